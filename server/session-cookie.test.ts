import { encode } from 'next-auth/jwt';
import { expect, it } from 'vitest';
import { openSessionCookie } from './session-cookie.ts';

const secret = 'a'.repeat(64);
const name = 'authjs.session-token';
const sealed = (maxAge = 60) => encode({ token: { sid: 'the-sid' }, secret, salt: name, maxAge });
const open = (token: string, cookieName = name, key = secret) => openSessionCookie(token, key, cookieName, new Date());

it('opens what next-auth sealed', async () => {
  expect(open(await sealed())).toMatchObject({ sid: 'the-sid' });
});

it('opens nothing sealed by another key, for another cookie, or past its time', async () => {
  expect(open(await sealed(), name, 'b'.repeat(64))).toBeNull();
  expect(open(await sealed(), '__Secure-authjs.session-token')).toBeNull();
  expect(open(await sealed(-60))).toBeNull();
});

it('opens nothing in which one letter of any part was changed', async () => {
  const parts = (await sealed()).split('.');
  for (const [i, part] of parts.entries()) {
    if (part === '') continue;
    const other = part[4] === 'A' ? 'B' : 'A';
    const forged = parts.with(i, part.slice(0, 4) + other + part.slice(5)).join('.');
    expect(open(forged), `part ${i}`).toBeNull();
  }
});

it.each(['', '.', 'a.b.c.d.e', '....', 'eyJhbGciOiJub25lIn0....', `${'A'.repeat(3000)}`])(
  'answers %j with null',
  (token) => {
    expect(open(token)).toBeNull();
  },
);

it('refuses a header that names another kind, however well it is sealed', async () => {
  const header = Buffer.from(JSON.stringify({ alg: 'none', enc: 'A256CBC-HS512' })).toString('base64url');
  expect(open([header, ...(await sealed()).split('.').slice(1)].join('.'))).toBeNull();
});
