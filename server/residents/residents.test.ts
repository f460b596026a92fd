import { randomInt, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts } from '#db/schema/access.ts';
import { residents } from '#db/schema/residents.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { requestCode } from '../access/request-code.ts';
import { idCheckCharacter } from '../kernel/national-id.ts';
import { testContext } from '../kernel/test-context.ts';
import { addMember } from './add-member.ts';
import { listFamily, reachOf } from './queries.ts';
import { register } from './register.ts';
import { removeMember } from './remove-member.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const idNumber = (birth = '19850607') => {
  const first17 = `5199${String(randomInt(100)).padStart(2, '0')}${birth}${String(randomInt(1000)).padStart(3, '0')}`;
  return first17 + idCheckCharacter(first17);
};
const newPhone = () => `137${String(randomInt(100_000_000)).padStart(8, '0')}`;

async function holder(name = '王建国', number = idNumber()) {
  const accountId = randomUUID();
  const anonymous = testContext(db, { kind: 'anonymous' });
  const phone = newPhone();
  await db.orm
    .insert(accounts)
    .values({ id: accountId, kind: 'resident', phoneHash: anonymous.sealing.hash('phone', phone) });
  const before = testContext(db, { kind: 'resident', accountId, residentId: null, name: '' });
  const { residentId } = await register(before, { name, idNumber: number });
  const ctx = testContext(db, { kind: 'resident', accountId, residentId, name });
  return { accountId, residentId, number, phone, ctx, before };
}

describe('real-name registration', () => {
  it('seals the number, masks it, and is harmless when repeated', async () => {
    const me = await holder();
    expect(await register(me.ctx, { name: '王建国', idNumber: me.number })).toEqual({ residentId: me.residentId });
    const [row] = await db.orm.select().from(residents).where(eq(residents.id, me.residentId));
    expect(row).toMatchObject({
      name: '王建国',
      birthDate: '1985-06-07',
      idMasked: `${me.number.slice(0, 4)}**********${me.number.slice(-4)}`,
    });
    expect(JSON.stringify(row)).not.toContain(me.number);
    expect(me.ctx.sealing.open(row?.idSealed ?? '')).toBe(me.number);
  });

  it('refuses a bad number, another name for a known number, and a second account for one person', async () => {
    const me = await holder();
    const stranger = testContext(db, { kind: 'resident', accountId: randomUUID(), residentId: null, name: '' });
    await expect(
      register(stranger, {
        name: '王建国',
        idNumber: `${me.number.slice(0, 17)}${me.number.endsWith('1') ? '2' : '1'}`,
      }),
    ).rejects.toThrow('id-check-digit');
    await expect(register(stranger, { name: '李四', idNumber: me.number })).rejects.toThrow('id-name-mismatch');
    await expect(register(stranger, { name: '王建国', idNumber: me.number })).rejects.toThrow(
      'id-registered-elsewhere',
    );
    await expect(register(me.ctx, { name: '王建国', idNumber: idNumber() })).rejects.toThrow('already-registered');
  });

  it('two accounts claiming one person at once: one of them', async () => {
    const number = idNumber();
    const claims = await Promise.allSettled([holder('张伟', number), holder('张伟', number), holder('张伟', number)]);
    expect(claims.filter((c) => c.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('family', () => {
  it('links a child by the guardian’s declaration and lists it', async () => {
    const me = await holder();
    const child = { name: '王一诺', idNumber: idNumber('20200101'), relation: 'child' as const };
    await expect(addMember(me.ctx, { ...child, guardianDeclared: false })).rejects.toThrow(
      'guardian-declaration-needed',
    );
    const { memberId } = await addMember(me.ctx, { ...child, guardianDeclared: true });
    expect((await listFamily(me.ctx)).people.map((p) => [p.relation, p.name])).toEqual([
      ['self', '王建国'],
      ['child', '王一诺'],
    ]);
    expect(await reachOf(me.ctx)).toContain(memberId);
    await removeMember(me.ctx, memberId);
    expect(await removeMember(me.ctx, memberId)).toEqual({ done: true });
    expect(await reachOf(me.ctx)).toEqual([me.residentId]);
  });

  it('links an adult only by a code sent to the adult’s own phone', async () => {
    const [me, mother] = [await holder(), await holder('李秀英')];
    const wish = { name: '李秀英', idNumber: mother.number, relation: 'parent' as const, guardianDeclared: true };
    await expect(addMember(me.ctx, wish)).rejects.toThrow('member-code-needed');
    const notHers = newPhone();
    await requestCode(me.ctx, 'member', notHers);
    const codeOf = () => /\d{6}/.exec(me.ctx.sent.at(-1)?.text ?? '')?.[0] ?? '';
    await expect(addMember(me.ctx, { ...wish, phone: notHers, phoneCode: codeOf() })).rejects.toThrow(
      'phone-not-theirs',
    );
    await requestCode(me.ctx, 'member', mother.phone);
    const linked = await addMember(me.ctx, { ...wish, phone: mother.phone, phoneCode: codeOf() });
    expect(linked.memberId).toBe(mother.residentId);
  });

  it('stops at the limit, also when two are added at once', async () => {
    const me = await holder();
    const child = () =>
      addMember(me.ctx, { name: '王小宝', idNumber: idNumber('20210202'), relation: 'child', guardianDeclared: true });
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, child));
    expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(6);
    await expect(child()).rejects.toThrow('member-limit');
  });
});
