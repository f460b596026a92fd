import { randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { hashPassword } from '../kernel/passwords.ts';
import { testContext } from '../kernel/test-context.ts';
import { exchangeCode } from './exchange-code.ts';
import { exchangePassword } from './exchange-password.ts';
import { findActor } from './queries.ts';
import { requestCode } from './request-code.ts';
import { signOut } from './sign-out.ts';
import { hashSid } from './start-session.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const anonymous = (now = new Date()) => testContext(db, { kind: 'anonymous' }, { clock: { now: () => now } });
const newPhone = () => `139${String(Math.random()).slice(2, 10)}`;
const codeIn = (ctx: ReturnType<typeof anonymous>) => /\d{6}/.exec(ctx.sent.at(-1)?.text ?? '')?.[0] ?? '';
const minutes = (n: number) => new Date(Date.now() + n * 60_000);

describe('residents by one-time code', () => {
  it('sends a code, takes it once, and the session can be revoked', async () => {
    const [ctx, phone] = [anonymous(), newPhone()];
    expect(await requestCode(ctx, 'sign-in', phone)).toEqual({ retryAfter: 60, demoCode: null });
    const session = await exchangeCode(ctx, { phone, code: codeIn(ctx) });
    const sidHash = hashSid(session.sid);
    expect(await findActor(ctx, sidHash)).toMatchObject({
      kind: 'resident',
      accountId: session.accountId,
      residentId: null,
    });
    await expect(exchangeCode(ctx, { phone, code: codeIn(ctx) })).rejects.toThrow('code-expired');
    await signOut({ ...ctx, sidHash });
    expect(await findActor(ctx, sidHash)).toEqual({ kind: 'anonymous' });
  });

  it('counts wrong guesses and then refuses even the right code', async () => {
    const [ctx, phone] = [anonymous(), newPhone()];
    await requestCode(ctx, 'sign-in', phone);
    const right = codeIn(ctx);
    const wrong = right === '000000' ? '000001' : '000000';
    for (let i = 0; i < 5; i += 1)
      await expect(exchangeCode(ctx, { phone, code: wrong })).rejects.toThrow('code-wrong');
    await expect(exchangeCode(ctx, { phone, code: right })).rejects.toThrow('code-too-many');
  });

  it('forgets a code after five minutes, and a member code does not sign in', async () => {
    const [ctx, phone] = [anonymous(), newPhone()];
    await requestCode(ctx, 'sign-in', phone);
    await expect(exchangeCode(anonymous(minutes(6)), { phone, code: codeIn(ctx) })).rejects.toThrow('code-expired');
    await requestCode(ctx, 'member', phone);
    await expect(exchangeCode(anonymous(minutes(6)), { phone, code: codeIn(ctx) })).rejects.toThrow('code-expired');
  });

  it('sends at most one a minute, also to a hundred requests at once', async () => {
    const [ctx, phone] = [anonymous(), newPhone()];
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => requestCode(ctx, 'sign-in', phone)));
    expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
    expect(ctx.sent).toHaveLength(1);
  });
});

describe('staff and officials by password and TOTP', () => {
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  const codeAt = (now: Date) => new TOTP({ secret }).generate({ timestamp: now.getTime() });

  async function account() {
    const login = `t.${randomUUID().slice(0, 8)}`;
    await db.pool.query(
      `insert into accounts (id, kind, login, display_name, password_hash, totp_sealed, facility_id, roles)
       values ($1, 'staff', $2, '员工', $3, $4, 'X1', '{desk}')`,
      [randomUUID(), login, await hashPassword('right horse'), anonymous().sealing.seal(secret)],
    );
    return login;
  }

  it('needs both, and a code works once', async () => {
    const login = await account();
    const now = new Date();
    const ctx = anonymous(now);
    await expect(exchangePassword(ctx, { login, password: 'right horse', totp: '000000' })).rejects.toThrow(
      'credentials-wrong',
    );
    await expect(exchangePassword(ctx, { login, password: 'wrong', totp: codeAt(now) })).rejects.toThrow(
      'credentials-wrong',
    );
    const session = await exchangePassword(ctx, { login, password: 'right horse', totp: codeAt(now) });
    expect(await findActor(ctx, hashSid(session.sid))).toMatchObject({
      kind: 'staff',
      facilityId: 'X1',
      roles: ['desk'],
    });
    const { rows } = await db.pool.query(
      `select actor_kind, actor_id from audit_events where action = 'access.sign-in' and subject_id = $1`,
      [session.accountId],
    );
    expect(rows).toEqual([{ actor_kind: 'staff', actor_id: session.accountId }]);
    await expect(exchangePassword(ctx, { login, password: 'right horse', totp: codeAt(now) })).rejects.toThrow(
      'credentials-wrong',
    );
  });

  it('locks after five failures, and says until when', async () => {
    const login = await account();
    const now = new Date();
    for (let i = 0; i < 4; i += 1) {
      await expect(exchangePassword(anonymous(now), { login, password: 'x', totp: '123456' })).rejects.toThrow(
        'credentials-wrong',
      );
    }
    await expect(exchangePassword(anonymous(now), { login, password: 'x', totp: '123456' })).rejects.toThrow(
      'account-locked',
    );
    await expect(
      exchangePassword(anonymous(now), { login, password: 'right horse', totp: codeAt(now) }),
    ).rejects.toThrow('account-locked');
    const later = minutes(16);
    expect(
      (await exchangePassword(anonymous(later), { login, password: 'right horse', totp: codeAt(later) })).kind,
    ).toBe('staff');
  });

  it('answers an unknown login like a wrong password', async () => {
    await expect(exchangePassword(anonymous(), { login: 'nobody', password: 'x', totp: '123456' })).rejects.toThrow(
      'credentials-wrong',
    );
  });
});
