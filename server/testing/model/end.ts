import { type Appointment, type Ledger, sessionOf, ticketOf } from './ledger.ts';
import { giveUp } from './rest.ts';

export type End = {
  to: 'cancelled' | 'rejected';
  /** What becomes of the number: free again, stopped with its clinic, or somebody's at the hospital. */
  ticket: 'free' | 'suspended' | 'hospital';
  action: string;
};

/** Ends an active appointment: status, seat, number and audit row. */
export function end(ledger: Ledger, a: Appointment, { to, ticket, action }: End): void {
  a.status = to;
  a.steps.push(to);
  a.seat = null;
  const row = ticketOf(ledger, a);
  if (ticket === 'free') giveUp(ledger, sessionOf(ledger, a.session), row);
  else [row.status, row.by] = ticket === 'hospital' ? ['booked', 'hospital'] : ['suspended', '-'];
  ledger.audits.push(`${action} ${a.id}`);
}
