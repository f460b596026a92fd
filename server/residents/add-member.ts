import type { z } from 'zod';
import { checkCode } from '../access/check-code.ts';
import { findPhoneHash } from '../access/link-account.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { conflict, invalid, refused } from '../kernel/errors.ts';
import { readIdNumber } from '../kernel/national-id.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { identifyResident } from './identify-resident.ts';
import { ageOn, familyRules, proofFor } from './rules.ts';
import type { addMemberInput } from './schema.ts';

type Input = z.infer<typeof addMemberInput>;

/**
 * Links a family member whom the account holder may then book for. A child needs the guardian's
 * declaration, an adult the code sent to the adult's own phone. Linking again is harmless.
 */
export async function addMember(ctx: ContextOf<'resident'>, input: Input): Promise<{ memberId: string }> {
  const holderId = ctx.actor.residentId;
  if (!holderId) throw refused('register-first');
  const today = regionDay(ctx.clock.now());
  const facts = readIdNumber(input.idNumber, today);
  if (!facts.ok) throw invalid(`id-${facts.fault}`);
  const verdict = proofFor({
    memberAge: ageOn(facts.birthDate, today),
    holderAge: ageOn(await birthDateOf(ctx, holderId), today),
    relation: input.relation,
    guardianDeclared: input.guardianDeclared,
    codeGiven: Boolean(input.phone && input.phoneCode),
  });
  if ('rule' in verdict) throw refused(verdict.rule);
  // outside the transaction below: a wrong guess must stay counted even though this request fails
  if (verdict.proof === 'phone_code') await checkCode(ctx, 'member', input.phone ?? '', input.phoneCode ?? '');
  return transact(ctx.db, async (tx) => {
    const member = await identifyResident(tx, ctx, input);
    if (member.id === holderId) throw conflict('member-is-self');
    if (verdict.proof === 'phone_code') await expectOwnPhone(tx, ctx, member.id, input.phone ?? '');
    await link(tx, ctx, { holderId, memberId: member.id, relation: input.relation, proof: verdict.proof });
    return { memberId: member.id };
  });
}

type Link = { holderId: string; memberId: string; relation: Input['relation']; proof: string };

async function link(tx: Tx, ctx: ContextOf<'resident'>, link: Link): Promise<void> {
  await tx.client.query('select 1 from residents where id = $1 for update', [link.holderId]);
  const { rows } = await tx.client.query<{ n: number }>(
    'select count(*) as n from family_links where resident_id = $1 and member_id <> $2 and ended_at is null',
    [link.holderId, link.memberId],
  );
  if ((rows[0]?.n ?? 0) >= familyRules.maxMembers)
    throw refused('member-limit', { params: { limit: familyRules.maxMembers } });
  await tx.client.query(
    `insert into family_links (resident_id, member_id, relation, proof, created_at) values ($1, $2, $3, $4, $5)
     on conflict (resident_id, member_id) do update set relation = excluded.relation, proof = excluded.proof, ended_at = null`,
    [link.holderId, link.memberId, link.relation, link.proof, ctx.clock.now()],
  );
  await recordAudit(tx, ctx, {
    facilityId: null,
    action: 'residents.link',
    subjectType: 'resident',
    subjectId: link.memberId,
    detail: { proof: link.proof },
  });
}

/** Somebody who signs in with a phone of their own can only be linked by that phone. */
async function expectOwnPhone(tx: Tx, ctx: ContextOf<'resident'>, memberId: string, phone: string): Promise<void> {
  const own = await findPhoneHash(tx, memberId);
  if (own && own !== ctx.sealing.hash('phone', phone)) throw refused('phone-not-theirs');
}

async function birthDateOf(ctx: ContextOf<'resident'>, residentId: string): Promise<string> {
  const { rows } = await ctx.db.pool.query<{ birth_date: string }>('select birth_date from residents where id = $1', [
    residentId,
  ]);
  return rows[0]?.birth_date ?? '2100-01-01';
}
