import { randomUUID } from 'node:crypto';
import type { Database } from '#db/client.ts';
import { type MintedResident, mintFacility, mintResident } from '#db/testing/mint.ts';
import { systemActor, testContext } from '#server/kernel/test-context.ts';
import { transact } from '#server/kernel/transaction.ts';
import { type Told, takeIn } from '#server/records/take-in.ts';

const perResident = 100;
const perVisit = 10;
const pageSize = 500;

/** A UUIDv8 that follows from the words, as entries' own ids do. */
const uuidOf = (words: string) => `overlay(overlay(md5(${words}) placing '8' from 13) placing '8' from 17)::uuid`;

/**
 * `size` entries of invented people, a hundred each in ten visits, and one person who can sign in among them. Written
 * without the secondary indexes, which are built afterwards as they were.
 */
export async function mintEntries(db: Database, size: number, note: (text: string) => void) {
  const { facilityId } = await mintFacility(db);
  const reader = await mintResident(db);
  const client = await db.pool.connect();
  try {
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'; set statement_timeout = 0`);
    const { rows: indexes } = await client.query<{ name: string; text: string }>(
      `select indexname as name, indexdef as text from pg_indexes where tablename = 'record_entries' and indexname not like '%_pk'`,
    );
    for (const { name } of indexes) await client.query(`drop index "${name}"`);
    await client.query(
      `insert into record_entries (resident_id, id, type, facility_id, source_id, source_patient, source_version, source_updated,
         version, updated_at, body, starts_at, ends_at, status, code, title, encounter_id, facts, search, search_values)
       select case when n < $2 then $3::uuid else ${uuidOf(`'person ' || n / $2`)} end, ${uuidOf(`'entry ' || n`)},
         case when n % $4 = 0 then 'Encounter' when n % $4 = 1 then 'Condition' else 'Observation' end, $5, n::text, (n / $2)::text,
         '1', now(), 1, now(), jsonb_build_object('resourceType', 'Observation', 'id', n::text, 'status', 'final',
           'valueQuantity', jsonb_build_object('value', 5.60, 'unit', 'mmol/L')),
         at, at + interval '1 second', 'final', 'http://loinc.org|' || n % 40, '项目' || n % 40,
         case when n % $4 = 0 then null else ${uuidOf(`'entry ' || n - n % $4`)} end,
         case when n % $4 > 1 then '{"reading":{"title":"项目","value":"5.60","unit":"mmol/L","low":"3.9","high":"6.1","flag":"normal"}}'::jsonb else '{}' end,
         array['status=|final', 'code=|' || n % 40, 'code=http://loinc.org|' || n % 40, 'category=|laboratory', 'performer=Practitioner/' || n % 500],
         jsonb_build_object('date', jsonb_build_array(jsonb_build_array(extract(epoch from at) * 1000, extract(epoch from at) * 1000 + 1000)))
       from (select n, now() - (n % $2) * interval '9 days' as at from generate_series(0, $1::int - 1) as n) as s`,
      [size, perResident, reader.residentId, perVisit, facilityId],
    );
    for (const { text } of indexes) await client.query(text);
    await client.query('vacuum analyze record_entries');
  } finally {
    client.release();
  }
  const { rows } = await db.pool.query<{ gb: number }>(
    `select pg_database_size(current_database())::float8 / 1e9 as gb`,
  );
  note(`  ${size.toLocaleString('en')} entries, ${rows[0]?.gb.toFixed(1)} GB`);
  return { facilityId, reader };
}

/** One page of new entries of a person, taken in as every page is. */
export async function takePage(db: Database, facilityId: string, reader: MintedResident): Promise<void> {
  const ctx = testContext(db, systemActor('bench'));
  const mark = randomUUID();
  const page = Array.from({ length: pageSize }, (_, i): Told => {
    const at = new Date(Date.UTC(2020, 0, 1 + (i % 300)));
    return {
      ...{ type: 'Observation', sourceId: `${mark}-${i}`, version: '1', updated: at, patient: 'p', encounter: null },
      ...{ startsAt: at, endsAt: new Date(at.getTime() + 1000), status: 'final', code: 'http://loinc.org|1558-6' },
      ...{
        title: '空腹血糖',
        topic: 'general',
        facts: {},
        findings: [],
        gap: '',
        gapLabel: '',
        body: '{"value":5.60}',
      },
      search: ['status=|final', 'code=|1558-6', 'code=http://loinc.org|1558-6', 'category=|laboratory'],
      values: { date: [[at.getTime(), at.getTime() + 1000]] },
    };
  });
  await transact(db, (tx) => takeIn(tx, ctx, facilityId, page, new Map([['p', reader.residentId]])));
}
