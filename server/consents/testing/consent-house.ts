import { randomUUID } from 'node:crypto';
import { familyLinks } from '#db/schema/residents.ts';
import { type MintedResident, mintFacility, mintResident } from '#db/testing/mint.ts';
import { openTestDatabase } from '#db/testing/test-database.ts';
import { residentActor, staffActor, systemActor, testContext } from '../../kernel/test-context.ts';
import { transact } from '../../kernel/transaction.ts';
import { takeIn } from '../../records/take-in.ts';
import type { Told } from '../../records/told.ts';
import type { Marked } from '../rules.ts';
import { topics } from '../schema.ts';

/** A person with entries of every topic at two facilities, somebody of kin, and a database of the test file's own. */
export async function consentHouse() {
  const db = await openTestDatabase();
  const [own, other] = [(await mintFacility(db)).facilityId, (await mintFacility(db)).facilityId];
  const [person, kin] = [await mintResident(db), await mintResident(db)];
  const { residentId } = person;
  await db.orm
    .insert(familyLinks)
    .values({ residentId: kin.residentId, memberId: residentId, relation: 'parent', proof: 'phone_code' });
  const entries: Marked[] = [];
  const write = async (facilityId: string, topic: Marked['topic'], type: string) => {
    const told: Told = {
      ...{ type, topic, patient: 'p', sourceId: randomUUID(), version: '1', updated: new Date(0), encounter: null },
      ...{ startsAt: null, endsAt: null, status: '', code: '', title: type, search: [], facts: {}, body: '{}' },
      ...{ findings: [], gap: '', gapLabel: '', values: {} },
    };
    const ctx = testContext(db, systemActor());
    await transact(db, (tx) => takeIn(tx, ctx, facilityId, [told], new Map([['p', residentId]])));
    const { rows } = await db.pool.query<{ id: string }>(
      'select id from record_entries where resident_id = $1 and source_id = $2',
      [residentId, told.sourceId],
    );
    entries.push({ id: rows[0]?.id ?? '', encounterId: null, facilityId, topic, type });
  };
  for (const facilityId of [own, other])
    for (const topic of topics) for (const type of ['Condition', 'Immunization']) await write(facilityId, topic, type);
  const count = async (text: string, values: unknown[] = [residentId]) =>
    Number((await db.pool.query<{ n: string }>(`select count(*) as n from ${text}`, values)).rows[0]?.n);
  return {
    ...{ db, own, other, person, kin, entries, residentId, count },
    me: (minted: MintedResident = person) => testContext(db, residentActor(minted)),
    doctor: (facilityId = own) => testContext(db, staffActor(facilityId, 'doctor')),
    desk: () => testContext(db, staffActor(own, 'desk')),
    audits: (action: string) => count('audit_events where action = $1', [action]),
  };
}
export type ConsentHouse = Awaited<ReturnType<typeof consentHouse>>;
