'use server';

import { redirect } from 'next/navigation';
import type { Trouble } from '../_text/fault-text.ts';
import { api, internalApi } from '../_trpc/server.ts';
import { troubleOf } from '../_trpc/trouble.ts';
import { SignInRefused, signIn, signOut } from './auth.ts';
import { safeNext } from './next-path.ts';

export type CodeState = {
  phone: string;
  /** Shown as soon as a code was sent. */
  sent: boolean;
  demoCode: string | null;
  retryAfter: number;
  trouble: Trouble | null;
};
export type PasswordState = { login: string; trouble: Trouble | null };

const field = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** One form, two steps, so that it also works without script: ask for a code, then sign in with it. */
export async function signInByCode(was: CodeState, form: FormData): Promise<CodeState> {
  const phone = field(form, 'phone').replace(/[\s-]/g, '');
  const state: CodeState = { ...was, phone, trouble: null };
  if (!/^1[3-9]\d{9}$/.test(phone)) return { ...state, trouble: { code: 'invalid', rule: 'input-phone' } };
  if (field(form, 'step') === 'send') return sendCode(state);
  const code = field(form, 'code');
  if (!/^\d{6}$/.test(code)) return { ...state, sent: true, trouble: { code: 'invalid', rule: 'input-code' } };
  const trouble = await attempt('code', { phone, code });
  if (trouble) return { ...state, sent: true, trouble };
  redirect(safeNext(field(form, 'next')));
}

async function sendCode(state: CodeState): Promise<CodeState> {
  try {
    const sent = await api().access.requestCode.mutate({ phone: state.phone });
    return { ...state, sent: true, demoCode: sent.demoCode, retryAfter: sent.retryAfter };
  } catch (error) {
    return { ...state, trouble: known(error) };
  }
}

export async function signInByPassword(_was: PasswordState, form: FormData): Promise<PasswordState> {
  const login = field(form, 'login');
  const [password, totp] = [String(form.get('password') ?? ''), field(form, 'totp').replace(/\s/g, '')];
  if (!login || !password || !/^\d{6}$/.test(totp)) return { login, trouble: { code: 'invalid', rule: 'input' } };
  const trouble = await attempt('password', { login, password, totp });
  if (trouble) return { login, trouble };
  redirect(safeNext(field(form, 'next'), '/sign-in/workplace'));
}

/** Null when signed in. */
async function attempt(provider: 'code' | 'password', proof: Record<string, string>): Promise<Trouble | null> {
  try {
    await signIn(provider, { ...proof, redirect: false });
    return null;
  } catch (error) {
    if (error instanceof SignInRefused) return error.trouble;
    throw error;
  }
}

function known(error: unknown): Trouble {
  const trouble = troubleOf(error);
  if (!trouble) throw error;
  return trouble;
}

/** Ends the session on the server first, so that a copied cookie is worth nothing, then clears the cookie. */
export async function leave(): Promise<void> {
  await internalApi()
    .access.signOut.mutate()
    .catch((error) => known(error));
  await signOut({ redirect: false });
  redirect('/');
}
