import type { z } from 'zod';
import { readAs } from '../../kernel/acting.ts';
import { maskName } from '../../kernel/national-id.ts';
import { cursorAt, placeOf } from '../../kernel/page.ts';
import { type Reviewing, reachOf, sideColumns } from './policy.ts';
import type { CaseRow, CasesOutput, casesInput, Shelf } from './schema.ts';

const atOnce = 20;
const statuses: Record<Shelf, string[]> = {
  open: ['open'],
  asked: ['asked'],
  auto: ['auto'],
  decided: ['same', 'different'],
};

export const caseColumns = `${sideColumns}, v.id, f.name as "facilityName", o.name as "otherFacilityName",
  coalesce(p.name, t.name) as name, v.rule, v.score::float, v.status,
  v.opened_at as "openedAt", v.decided_at as "decidedAt", v.decided_by_name as "decidedByName"`;

/** Who is of one side only reads of the patient there; the names of both are as good as one. */
export const caseTables = `from identity_reviews v join facilities f on f.id = v.facility_id
  left join facilities o on o.id = v.other_facility_id
  left join source_patients p on p.facility_id = v.facility_id and p.source_id = v.source_id
  left join source_patients t on t.facility_id = v.other_facility_id and t.source_id = v.other_source_id`;
const isReached = `($1::text is null or v.facility_id = $1 or v.other_facility_id = $1)
  and (starts_with(v.region_path, $2) or starts_with(v.other_region_path, $2))`;

/** One shelf of the cases within reach, the latest first, with masked names. */
export async function listCases(ctx: Reviewing, { shelf, cursor }: z.infer<typeof casesInput>): Promise<CasesOutput> {
  const { facilityId, regionPath } = reachOf(ctx.actor);
  const [at, id] = placeOf(cursor);
  const { rows } = await readAs(ctx, {}, (db) =>
    db.query<CaseRow>({
      name: `list-identity-cases-${ctx.actor.kind}`,
      text: `select ${caseColumns} ${caseTables}
           where ${isReached} and v.status = any($3)
             and ($4::timestamptz is null or (v.opened_at, v.id) < ($4, $5::uuid))
           order by v.opened_at desc, v.id desc limit ${atOnce + 1}`,
      values: [facilityId, regionPath, statuses[shelf], at, id],
    }),
  );
  const shown = rows.slice(0, atOnce);
  const last = rows.length > atOnce ? shown.at(-1) : undefined;
  return {
    cases: shown.map((row) => ({ ...row, name: maskName(row.name) })),
    next: last ? cursorAt(last.openedAt, last.id) : null,
    counts: await countShelves(ctx, facilityId, regionPath),
    asOf: ctx.clock.now(),
  };
}

async function countShelves(
  ctx: Reviewing,
  facilityId: string | null,
  regionPath: string,
): Promise<Record<Shelf, number>> {
  const { rows } = await readAs(ctx, {}, (db) =>
    db.query<{ status: string; n: number }>({
      name: `count-identity-cases-${ctx.actor.kind}`,
      text: `select v.status, count(*)::int as n from identity_reviews v where ${isReached} group by v.status`,
      values: [facilityId, regionPath],
    }),
  );
  const sum = (shelf: Shelf) =>
    rows.filter((row) => statuses[shelf].includes(row.status)).reduce((all, row) => all + row.n, 0);
  return { open: sum('open'), asked: sum('asked'), auto: sum('auto'), decided: sum('decided') };
}
