import type { Tx } from '../kernel/transaction.ts';

/** What one booking asks for, whichever channel it comes by. */
export type BookingWish = {
  residentId: string;
  accountId: string;
  key: string;
  bodyHash: string;
  facilityId: string;
  sessionId: string;
  windowStart: Date | null;
  pools: string[];
  /** Appointment given up in the same commit (A25). */
  replaces: { facilityId: string; appointmentId: string } | null;
  today: string;
  /** Came up in the draw of an over-subscribed session (A5): this number was held at the close; release and horizon are past.
   * `byStaff`: asked for at a desk or by phone, which stay open during a pause. */
  drawn?: { number: number; byStaff: boolean };
  /** 加号: one more ticket is issued first, and release, close and horizon do not apply. */
  extra?: { reason: string };
  /** Sent on from the wrong department (E16): `replaces` was a visit, so it is over, not given up; no second fee. */
  reroute?: { reason: string };
  /** What another room writes in the same transaction, once the booking stands. */
  also?: (tx: Tx, made: { facilityId: string; appointmentId: string }) => Promise<void>;
};
