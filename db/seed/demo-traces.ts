import type { ClientBase } from 'pg';
import { seedGuideVisits } from './guide-visits.ts';
import { seedLedgerDrift } from './ledger-drift.ts';
import { seedPastClinics } from './past-clinics.ts';
import { seedPastMonths } from './past-months.ts';
import { seedPastPlanning } from './past-planning.ts';

/** Traces of half a year of use, for the officials' pages of the demo; run again it changes nothing. */
export async function seedDemoTraces(client: ClientBase, today: string): Promise<void> {
  await seedGuideVisits(client, today);
  await seedPastMonths(client, today);
  await seedPastClinics(client, today);
  await seedPastPlanning(client, today);
  await seedLedgerDrift(client, today);
}
