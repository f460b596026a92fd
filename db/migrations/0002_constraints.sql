-- A22: nobody can be at two visits at once; cancelled ones do not count.
alter table resident_bookings add constraint resident_bookings_no_overlap
  exclude using gist (resident_id with =, tstzrange(window_start, window_end) with &&) where (active = 1);
