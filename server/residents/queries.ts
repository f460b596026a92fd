import type { z } from 'zod';
import { regionDay } from '../kernel/clock.ts';
import type { Context, ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { ageOn, familyRules } from './rules.ts';
import type { familyOutput } from './schema.ts';

type Row = {
  id: string;
  name: string;
  sex: 'male' | 'female' | 'unknown';
  birthDate: string;
  idMasked: string;
  phoneMasked: string;
  relation: 'self' | 'child' | 'spouse' | 'parent' | 'grandparent' | 'other';
};

/** The account holder and everyone linked: the people this account may book for. */
export async function listFamily(ctx: ContextOf<'resident'>): Promise<z.infer<typeof familyOutput>> {
  const today = regionDay(ctx.clock.now());
  const { rows } = await ctx.db.pool.query<Row>({
    name: 'list-family',
    text: `select r.id, r.name, r.sex, r.birth_date as "birthDate", r.id_masked as "idMasked", r.phone_masked as "phoneMasked", 'self' as relation, 0 as rank, r.created_at as linked
           from residents r where r.id = $1
           union all
           select r.id, r.name, r.sex, r.birth_date, r.id_masked, r.phone_masked, l.relation, 1, l.created_at
           from family_links l join residents r on r.id = l.member_id where l.resident_id = $1 and l.ended_at is null
           order by rank, linked`,
    values: [ctx.actor.residentId],
  });
  const people = rows.map(({ id, name, sex, birthDate, idMasked, phoneMasked, relation }) => ({
    ...{ id, name, sex, birthDate, idMasked, phoneMasked, relation },
    age: ageOn(birthDate, today),
  }));
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
  if (!(await reachOf(ctx)).includes(residentId)) throw notFound('resident');
}
