import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Database } from '#db/client.ts';
import { type MintedResident, mintFacility, mintResident } from '#db/testing/mint.ts';
import { systemActor, testContext } from '#server/kernel/test-context.ts';
import { transact } from '#server/kernel/transaction.ts';
import { takeIn } from '#server/records/take-in.ts';
import type { Told } from '#server/records/told.ts';

const perResident = 100;
const perVisit = 10;
const pageSize = 500;

/** A UUIDv8 that follows from the words, as entries' own ids do. */
const uuidOf = (words: string) => `overlay(overlay(md5(${words}) placing '8' from 13) placing '8' from 17)::uuid`;

/**
 * `size` entries of invented people, a hundred each in ten visits, and one person who can sign in among them. Written
 * by two at once without any index; these are built afterwards as they were.
 */
export async function mintEntries(db: Database, size: number, note: (text: string) => void) {
  const { facilityId } = await mintFacility(db);
  const reader = await mintResident(db);
  const { rows: indexes } = await db.pool.query<{ name: string; text: string }>(
    `select indexname as name, indexdef as text from pg_indexes where tablename = 'record_entries' and indexname <> $1`,
    [primary],
  );
  await db.pool.query(`alter table record_entries drop constraint ${primary}`);
  for (const { name } of indexes) await db.pool.query(`drop index "${name}"`);
  const half = Math.floor(size / 2 / perResident) * perResident;
  await Promise.all([fill(db, 0, half, facilityId, reader), fill(db, half, size, facilityId, reader)]);
  await onClient(db, async (client) => {
    await client.query(`alter table record_entries add constraint ${primary} primary key (id, resident_id)`);
    for (const { text } of indexes) await client.query(text);
    await client.query('vacuum analyze record_entries');
    await client.query('checkpoint');
  });
  const { rows } = await db.pool.query<{ gb: number }>(
    `select pg_database_size(current_database())::float8 / 1e9 as gb`,
  );
  note(`  ${size.toLocaleString('en')} entries, ${rows[0]?.gb.toFixed(1)} GB`);
  return { facilityId, reader };
}

const primary = 'record_entries_id_resident_id_pk';

async function onClient(db: Database, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.query(
      `set synchronous_commit = off; set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 2; set statement_timeout = 0`,
    );
    await work(client);
  } finally {
    client.release(true);
  }
}

/** Entries from one number to another, each with what is searched by: a result, a tenth of them visits or diagnoses. */
const fill = (db: Database, from: number, to: number, facilityId: string, reader: MintedResident): Promise<void> =>
  onClient(db, async (client) => {
    await client.query(
      `insert into record_entries (resident_id, id, type, facility_id, source_id, source_patient, source_version, source_updated,
         version, updated_at, body, starts_at, ends_at, status, code, title, encounter_id, facts, search, search_values)
       select case when n < $3 then $4::uuid else ${uuidOf(`'person ' || n / $3`)} end, ${uuidOf(`'entry ' || n`)},
         case when n % $5 = 0 then 'Encounter' when n % $5 = 1 then 'Condition' else 'Observation' end, $6, n::text, (n / $3)::text,
         '1', now(), 1, now(), jsonb_build_object('resourceType', 'Observation', 'id', n::text, 'status', 'final',
           'valueQuantity', jsonb_build_object('value', 5.60, 'unit', 'mmol/L')),
         at, at + interval '1 second', 'final', 'http://loinc.org|' || n % 40, '项目' || n % 40,
         case when n % $5 = 0 then null else ${uuidOf(`'entry ' || n - n % $5`)} end,
         case when n % $5 > 1 then '{"reading":{"title":"项目","value":"5.60","unit":"mmol/L","low":"3.9","high":"6.1","flag":"normal"}}'::jsonb else '{}' end,
         array['status=|final', 'code=|' || n % 40, 'code=http://loinc.org|' || n % 40, 'category=|laboratory', 'performer=Practitioner/' || n % 500],
         jsonb_build_object('date', jsonb_build_array(jsonb_build_array(extract(epoch from at) * 1000, extract(epoch from at) * 1000 + 1000)))
       from (select n, now() - (n % $3) * interval '9 days' as at from generate_series($1::int, $2::int - 1) as n) as s`,
      [from, to, perResident, reader.residentId, perVisit, facilityId],
    );
  });

const reading = { title: '空腹血糖', value: '5.60', unit: 'mmol/L', low: '3.9', high: '6.1', flag: 'normal' };

/** One page of new entries of a person, like those that are there, taken in as every page is. */
export async function takePage(db: Database, facilityId: string, reader: MintedResident): Promise<void> {
  const ctx = testContext(db, systemActor('bench'));
  const mark = randomUUID();
  const page = Array.from({ length: pageSize }, (_, i): Told => {
    const at = new Date(Date.UTC(2020, 0, 1 + (i % 300)));
    const body = {
      resourceType: 'Observation',
      id: `${mark}-${i}`,
      status: 'final',
      valueQuantity: { value: 5.61, unit: 'mmol/L' },
    };
    return {
      ...{ type: 'Observation', sourceId: `${mark}-${i}`, version: '1', updated: at, patient: 'p', encounter: null },
      ...{ startsAt: at, endsAt: new Date(at.getTime() + 1000), status: 'final', code: 'http://loinc.org|1558-6' },
      ...{ title: reading.title, topic: 'general', facts: { reading }, findings: [], gap: '', gapLabel: '' },
      body: JSON.stringify(body),
      search: [
        ...['status=|final', `code=|${i % 40}`, `code=http://loinc.org|${i % 40}`, 'category=|laboratory'],
        `performer=Practitioner/${i % 500}`,
      ],
      values: { date: [[at.getTime(), at.getTime() + 1000]] },
    };
  });
  await transact(db, (tx) => takeIn(tx, ctx, facilityId, page, new Map([['p', reader.residentId]])));
}
