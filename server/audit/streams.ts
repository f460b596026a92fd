/** The two kinds of rows that are sealed, each on its own axis: what was changed, and whose record was read. */
export const streamNames = ['changes', 'reads'] as const;
export type StreamName = (typeof streamNames)[number];

/**
 * Every column of a row as one text, whatever the session's zone and date style, to the microsecond. A new column
 * becomes form 2 beside form 1 with its own mark; tampering.test.ts is red while a column is in no form.
 */
const changeForm = `jsonb_build_array('audit_events/1', e.facility_id, e.id, e.at at time zone 'UTC', e.actor_kind,
  e.actor_id, e.action, e.subject_type, e.subject_id, e.detail, e.request_id)::text`;
const readForm = `jsonb_build_array('access_events/1', e.resident_id, e.id, e.at at time zone 'UTC', e.actor_kind,
  e.actor_id, e.actor_name, e.facility_id, e.what, e.reason)::text`;

const changeIsLoose =
  'not exists (select 1 from audit_links l where l.facility_id = e.facility_id and l.event_id = e.id)';
const readIsLoose =
  'not exists (select 1 from access_links l where l.resident_id = e.resident_id and l.event_id = e.id)';

/** Statements of one stream; `owner` is the facility or the person. */
export type Stream = {
  /** Rows without a link from instant $1 on, the oldest first, at most $2. */
  loose: string;
  /** Links: owners, events, chains, positions, hashes. */
  link: string;
  /** Links behind chain $1, position $2 and event $3 with the rows as they are now, chain by chain, at most $4. */
  links: string;
  /** How many rows have no link: before instant $1, and from then on, with the oldest of these. */
  waiting: string;
  /** The hash at position $2 of chain $1. */
  hashAt: string;
};

export const streams: Record<StreamName, Stream> = {
  changes: {
    loose: `select e.facility_id as owner, e.id, e.at::text as at, ${changeForm} as form
      from audit_events e where e.at >= $1::timestamptz and ${changeIsLoose} order by e.at, e.id limit $2`,
    link: `insert into audit_links (facility_id, event_id, chain, position, hash)
      select * from unnest($1::text[], $2::uuid[], $3::int2[], $4::int8[], $5::bytea[])`,
    links: `select l.chain, l.position, l.facility_id as owner, l.event_id as id, l.hash, e.at::text as at,
        case when e.id is not null then ${changeForm} end as form
      from audit_links l left join audit_events e on e.facility_id = l.facility_id and e.id = l.event_id
      where (l.chain, l.position, l.event_id) > ($1::int2, $2::int8, $3::uuid)
      order by l.chain, l.position, l.event_id limit $4`,
    waiting: `select count(*) filter (where e.at < $1::timestamptz) as behind,
        count(*) filter (where e.at >= $1::timestamptz) as fresh,
        min(e.at) filter (where e.at >= $1::timestamptz)::text as since
      from audit_events e where ${changeIsLoose}`,
    hashAt: 'select hash from audit_links where chain = $1 and position = $2',
  },
  reads: {
    loose: `select e.resident_id as owner, e.id, e.at::text as at, ${readForm} as form
      from access_events e where e.at >= $1::timestamptz and ${readIsLoose} order by e.at, e.id limit $2`,
    link: `insert into access_links (resident_id, event_id, chain, position, hash)
      select * from unnest($1::uuid[], $2::uuid[], $3::int2[], $4::int8[], $5::bytea[])`,
    links: `select l.chain, l.position, l.resident_id as owner, l.event_id as id, l.hash, e.at::text as at,
        case when e.id is not null then ${readForm} end as form
      from access_links l left join access_events e on e.resident_id = l.resident_id and e.id = l.event_id
      where (l.chain, l.position, l.event_id) > ($1::int2, $2::int8, $3::uuid)
      order by l.chain, l.position, l.event_id limit $4`,
    waiting: `select count(*) filter (where e.at < $1::timestamptz) as behind,
        count(*) filter (where e.at >= $1::timestamptz) as fresh,
        min(e.at) filter (where e.at >= $1::timestamptz)::text as since
      from access_events e where ${readIsLoose}`,
    hashAt: 'select hash from access_links where chain = $1 and position = $2',
  },
};
