import type { z } from 'zod';
import { recordAccess } from '../../access/record-access.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { maskName } from '../../kernel/national-id.ts';
import { findPeople } from '../../residents/queries.ts';
import { appealDays } from '../rules.ts';
import type { appealRow, appealsInput, appealsOutput } from '../schema.ts';
import { findVerdicts } from './evidence.ts';

type Row = Omit<z.infer<typeof appealRow>, 'residentName' | 'evidence' | 'decidedByName'> & {
  facilityId: string;
  decidedBy: string | null;
};

/** Appeals about hospitals of the official's area, the next due first; who reads them leaves access rows. */
export async function listAppeals(
  ctx: ContextOf<'official'>,
  { decided }: z.infer<typeof appealsInput>,
): Promise<z.infer<typeof appealsOutput>> {
  const asOf = ctx.clock.now();
  const { rows } = await ctx.db.pool.query<Row>({
    name: `list-appeals-${decided ? 'decided' : 'open'}`,
    text: `select p.resident_id as "residentId", p.id, p.appointment_id as "appointmentId", p.facility_id as "facilityId",
             f.name as "facilityName", d.name as "departmentName", s.visit_at as "visitAt", p.status, p.reason,
             p.created_at as "createdAt", p.due_at as "dueAt", p.decided_at as "decidedAt", p.decided_by as "decidedBy",
             p.answer, (select count(*) from strikes o where o.resident_id = p.resident_id and o.lifted_at is null
                        and o.expires_at > $2) as live
           from strike_appeals p
           join strikes s on s.resident_id = p.resident_id and s.appointment_id = p.appointment_id
           join facilities f on f.id = p.facility_id join departments d on d.id = s.department_id
           where starts_with(p.region_path, $1) and p.status ${decided ? '<>' : '='} 'open'
           order by ${decided ? 'p.decided_at desc' : 'p.due_at'} limit 200`,
    values: [ctx.actor.regionPath, asOf],
  });
  const people = await findPeople(
    ctx.db.pool,
    rows.map((row) => row.residentId),
  );
  const verdicts = await findVerdicts(ctx, rows);
  const names = await findOfficials(
    ctx,
    rows.flatMap((row) => row.decidedBy ?? []),
  );
  await recordAccess(
    ctx,
    rows.map((row) => row.residentId),
    'appeal',
    'appeal-decision',
  );
  const appeals = rows.map(({ facilityId: _, decidedBy, ...row }) => ({
    ...row,
    residentName: maskName(people.get(row.residentId)?.name ?? ''),
    evidence: verdicts.get(row.appointmentId) ?? null,
    decidedByName: decidedBy ? (names.get(decidedBy) ?? null) : null,
  }));
  return { appeals, appealDays, asOf };
}

async function findOfficials(ctx: Pick<ContextOf<'official'>, 'db'>, ids: string[]): Promise<Map<string, string>> {
  const { rows } = await ctx.db.pool.query<{ id: string; name: string }>(
    'select id::text, display_name as name from accounts where id = any($1::uuid[])',
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
