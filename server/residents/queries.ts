import type { z } from 'zod';
import { regionDay } from '../kernel/clock.ts';
import type { Context, ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { ageOn, familyRules } from './rules.ts';
import type { familyOutput } from './schema.ts';

type Row = { id: string; relation: 'self' | 'child' | 'spouse' | 'parent' | 'grandparent' | 'other' };
/** What lists and letters show of a person. */
export type Person = {
  id: string;
  name: string;
  sex: 'male' | 'female' | 'unknown';
  birthDate: string;
  idMasked: string;
  phoneMasked: string;
};

/**
 * People by id, in a statement of their own: what a facility knows lies on the other axis, and one
 * statement stays on one (decision 0003). The caller has proven that it may see them.
 */
export async function findPeople(db: Pick<Tx['client'], 'query'>, ids: string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<Person>({
    name: 'find-people',
    text: `select id, name, sex, birth_date as "birthDate", id_masked as "idMasked", phone_masked as "phoneMasked"
           from residents where id = any($1::uuid[])`,
    values: [[...new Set(ids)]],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The account holder and everyone linked: the people this account may book for. */
export async function listFamily(ctx: ContextOf<'resident'>): Promise<z.infer<typeof familyOutput>> {
  const today = regionDay(ctx.clock.now());
  const { rows } = await ctx.db.pool.query<Row>({
    name: 'list-family',
    text: `select $1::uuid as id, 'self' as relation, null::timestamptz as created_at
           union all select member_id, relation, created_at from family_links where resident_id = $1 and ended_at is null
           order by created_at nulls first`,
    values: [ctx.actor.residentId],
  });
  const known = await findPeople(
    ctx.db.pool,
    rows.map((row) => row.id),
  );
  const people = rows.flatMap(({ id, relation }) => {
    const person = known.get(id);
    return person ? [{ ...person, relation, age: ageOn(person.birthDate, today) }] : [];
  });
  return { people, limit: familyRules.maxMembers };
}

/** Ids of everyone the actor may act for; empty before real-name registration. */
export async function reachOf(ctx: Pick<ContextOf<'resident'>, 'db' | 'actor'>): Promise<string[]> {
  if (!ctx.actor.residentId) return [];
  const { rows } = await ctx.db.pool.query<{ id: string }>({
    name: 'resident-reach',
    text: 'select $1::uuid as id union select member_id from family_links where resident_id = $1 and ended_at is null',
    values: [ctx.actor.residentId],
  });
  return rows.map((row) => row.id);
}

/** Throws not-found unless the actor may act for this resident: oneself or by a link in force. */
export async function expectReach(
  ctx: Pick<Context, 'db'> & { actor: ContextOf<'resident'>['actor'] },
  residentId: string,
): Promise<void> {
  if (residentId === ctx.actor.residentId) return;
  if (!(await reachOf(ctx)).includes(residentId)) throw notFound('resident');
}
