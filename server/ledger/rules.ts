import type { LedgerFinding } from '#db/schema/ledger.ts';
import type { TicketMend } from '../schedules/mend-tickets.ts';

export const states = ['free', 'held', 'booked', 'used', 'quarantined', 'suspended'] as const;

/** Clinics of yesterday and later are added up: evening clinics end late, and staff still close the day's book. */
export const runningFromDays = -1;

type Whose = Exclude<LedgerFinding, { kind: 'count' }>;
const isWhose = (finding: LedgerFinding): finding is Whose => finding.kind !== 'count';

/** What a number is to say for whoever has it. */
const rightState: Record<string, TicketMend['to']> = {
  held: 'held',
  booked: 'booked',
  used: 'used',
  over: 'booked',
  kept: 'held',
};

/**
 * How a session is put in order (design §3.5): people keep their numbers, numbers that nobody has are locked away.
 * Two people on one number cannot be settled by a rule: somebody has to talk to them; `stuck` names the number.
 */
export function mendsFor(findings: LedgerFinding[]): { mends: TicketMend[] } | { stuck: number } {
  const whose = findings.filter(isWhose);
  const double = whose.find((finding) => finding.kind === 'double');
  if (double) return { stuck: double.number };
  const mends = whose.map(({ number, status, wants }) => ({
    ...{ number, status },
    to: rightState[wants ?? ''] ?? ('suspended' as const),
  }));
  return { mends };
}
