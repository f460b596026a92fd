import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#db/client.ts';
import { clinicalTypes } from '#fhir/resources/clinical/shapes.ts';

/** A hospital as the sandbox was told of it: its code and the key it wants to see. */
export type Asked = { facilityId: string; code: string; token: string };
/** Of one type: what all hospitals say they have, what is kept here, and what waits here with its reason. */
export type Line = { type: string; theirs: number; kept: number; waiting: number; unequal: number };

export function hospitalsOf(configFile: string): Asked[] {
  const { hospitals } = JSON.parse(readFileSync(configFile, 'utf8')) as {
    hospitals: { code: string; token: string }[];
  };
  return hospitals.map(({ code, token }) => ({ facilityId: code.toUpperCase(), code, token }));
}

/** Asks every hospital by plain GETs, past everything of ours, and lays it beside the store, hospital by hospital. */
export async function compareCounts(
  db: Database,
  sandboxUrl: string,
  hospitals: readonly Asked[],
  note: (text: string) => void,
): Promise<Line[]> {
  const kept = await countOurs(db, 'record_entries where not deleted', 'type');
  const waiting = await countOurs(
    db,
    `(select distinct facility_id, resource_type as type, resource_id from his_rejects r where settled_at is null
      and not exists (select from record_entries e where e.facility_id = r.facility_id and e.type = r.resource_type
        and e.source_id = r.resource_id and not e.deleted)) as w`,
    'type',
  );
  const lines = clinicalTypes.map((type): Line => ({ type, theirs: 0, kept: 0, waiting: 0, unequal: 0 }));
  for (const [i, hospital] of hospitals.entries()) {
    for (const line of lines) {
      const key = `${hospital.facilityId} ${line.type}`;
      const [theirs, ours, waits] = [
        await ask(sandboxUrl, hospital, line.type),
        kept.get(key) ?? 0,
        waiting.get(key) ?? 0,
      ];
      line.theirs += theirs;
      line.kept += ours;
      line.waiting += waits;
      if (theirs !== ours + waits) line.unequal += 1;
    }
    if ((i + 1) % 50 === 0) note(`  asked ${i + 1} of ${hospitals.length} hospitals`);
  }
  return lines;
}

async function countOurs(db: Database, from: string, type: string): Promise<Map<string, number>> {
  const { rows } = await db.pool.query<{ key: string; n: number }>(
    `select facility_id || ' ' || ${type} as key, count(*)::int as n from ${from} group by 1`,
  );
  return new Map(rows.map((row) => [row.key, row.n]));
}

/** `_summary=count` of one type; one that keeps none of it says so with an error. Some hospitals are busy now and then. */
async function ask(sandboxUrl: string, { code, token }: Asked, type: string): Promise<number> {
  for (;;) {
    const url = `${sandboxUrl}/his/${code}/fhir/r4/${type}?_summary=count`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const body = (await answer.json()) as { total?: number };
    if (answer.status === 429) await pause(200);
    else if (answer.status >= 500) throw new Error(`${code}: ${answer.status}`);
    else return answer.ok ? (body.total ?? 0) : 0;
  }
}

/** Of hospitals that are read; what the demo's other hospitals sent by file was put there by hand. */
const read = 'facility_id in (select facility_id from his_endpoints)';

/** What must hold whatever was killed: nothing written twice, sums that add up, everybody's reading whole. */
export async function findFaults(db: Database): Promise<Record<string, number>> {
  const count = async (from: string) => {
    const { rows } = await db.pool.query<{ n: number }>(`select count(*)::int as n from ${from}`);
    return rows[0]?.n ?? 0;
  };
  return {
    'entries written a second time': await count(`record_entries where version <> 1 and ${read}`),
    'sums that do not add up': await count(
      `(select facility_id, type, count(*) as n from record_entries where not deleted group by 1, 2) e
       full join (select facility_id, type, entries as n from record_tallies where what = 'kept' and key = '' and entries <> 0) t
         using (facility_id, type) where e.n is distinct from t.n`,
    ),
    'entries of a patient nobody knows': await count(
      `record_entries e where ${read} and not exists (select from source_patients p
         where p.facility_id = e.facility_id and p.source_id = e.source_patient and p.resident_id = e.resident_id)`,
    ),
    'hospitals not read to the end': await count('his_endpoints where enabled and records_at is null'),
  };
}
