import { decode } from 'next-auth/jwt';
import { expect, it } from 'vitest';
import { readSid } from '#server/auth.ts';
import { newSecret } from '#server/http/testing/api-process.ts';
import { deriveKey } from '#server/kernel/sealing.ts';
import { cookieSealer } from './cookies.ts';

it('makes cookies that next-auth and the api open, and nobody with another secret', async () => {
  const rootSecret = newSecret();
  const cookie = (await cookieSealer(rootSecret))('the-sid');
  const [name = '', token = ''] = cookie.split('=');
  const secret = deriveKey(rootSecret, 'auth').toString('hex');
  expect(await decode({ token, secret, salt: name })).toMatchObject({ sid: 'the-sid' });
  expect(readSid(cookie, secret)?.sid).toBe('the-sid');
  expect(readSid((await cookieSealer(newSecret()))('the-sid'), secret)).toBeNull();
});
