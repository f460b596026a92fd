import type { z } from 'zod';
import { readAs } from '../kernel/acting.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { findPeople } from '../residents/queries.ts';
import { ageOn } from '../residents/rules.ts';
import { readEntries } from './entry-queries.ts';
import { openSheet } from './open-sheet.ts';
import type { Sheet, sheetInput } from './schema/desk.ts';

type Desk = ContextOf<'staff'>;

/** Everything of a person that is open to this worker, on one page. */
export async function getSheet(ctx: Desk, { residentId }: z.infer<typeof sheetInput>): Promise<Sheet> {
  const scope = await openSheet(ctx, residentId);
  const asOf = ctx.clock.now();
  const today = regionDay(asOf);
  const [people, { checks, ...entries }] = await Promise.all([
    findPeople(ctx.db.pool, [residentId]),
    readEntries(ctx, scope, today),
  ]);
  const person = people.get(residentId);
  if (!person) throw notFound('planning-person');
  const partners = await findPartners(
    ctx,
    checks.flatMap((check) => check.partnerId ?? []),
  );
  const { facilityName, said, migrant, startedAt } = scope.enrolment;
  const { name, sex, idMasked, phoneMasked } = person;
  return {
    person: { name, sex, age: ageOn(person.birthDate, today), idMasked, phoneMasked },
    enrolment: { facilityName, said, migrant, startedAt },
    ownOnly: scope.books !== null,
    ...entries,
    checks: checks.map((check) => ({ ...check, partner: partners.get(check.partnerId ?? '') ?? null })),
    asOf,
  };
}

type Partner = { residentId: string; name: string };

/** The other of a couple is named while they, too, want to be served here; whoever took that back is not. */
async function findPartners(ctx: Desk, ids: string[]): Promise<Map<string, Partner>> {
  if (ids.length === 0) return new Map();
  const { rows } = await readAs(ctx, {}, (db) =>
    db.query<{ id: string }>({
      name: 'find-served-partners',
      text: `select distinct resident_id as id from planning_enrolments
             where resident_id = any($1::uuid[]) and facility_id = $2 and ended_at is null`,
      values: [ids, ctx.actor.facilityId],
    }),
  );
  const people = await findPeople(
    ctx.db.pool,
    rows.map((row) => row.id),
  );
  return new Map([...people].map(([id, { name }]) => [id, { residentId: id, name }]));
}
