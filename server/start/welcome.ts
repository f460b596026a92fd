import type { z } from 'zod';
import type { demoAccount } from '../access/schema.ts';
import type { Readiness } from '../http/readiness.ts';
import type { StartOptions } from './options.ts';
import { apiUrl, siteUrl } from './stack.ts';

const patienceMs = 120_000;

/** Waits until the front says that every part is ready; a background part may follow later. */
export async function untilReady(options: StartOptions, say: (text: string) => void): Promise<void> {
  const limit = performance.now() + patienceMs;
  for (;;) {
    const answer = await fetch(`${apiUrl(options)}/readyz`)
      .then((response) => response.json() as Promise<Readiness>)
      .catch(() => null);
    if (answer?.status === 'ready') return say('');
    const missing = answer
      ? Object.entries(answer.parts).flatMap(([name, { state, detail }]) =>
          state === 'ok' || state === 'none' ? [] : `${name}: ${detail ?? state}`,
        )
      : ['the front does not answer'];
    say(`waiting for ${missing.join('; ')}`);
    if (performance.now() > limit) {
      if (answer?.status === 'degraded') return;
      throw new Error(`Not ready after ${patienceMs / 1000} s: ${missing.join('; ')}`);
    }
    await new Promise((wake) => setTimeout(wake, 250));
  }
}

export type WelcomeOptions = { demo: boolean; seconds: number; print: (text: string) => void };

/** The address, and in demo mode who can sign in. */
export async function welcome(options: StartOptions, { demo, seconds, print }: WelcomeOptions): Promise<void> {
  print(`\nHuimin is ready after ${seconds.toFixed(1)} s:  ${siteUrl(options)}`);
  if (demo) for (const line of await demoLines(options)) print(line);
  print('\nCtrl-C stops everything.');
}

/** Read from the site itself, as the sign-in page does. */
async function demoLines(options: StartOptions): Promise<string[]> {
  const answer = await fetch(`${apiUrl(options)}/api/trpc/access.demoAccounts`)
    .then((response) => response.json() as Promise<{ result?: { data?: z.infer<typeof demoAccount>[] } }>)
    .catch(() => null);
  const accounts = answer?.result?.data ?? [];
  const password = accounts.find((account) => account.password)?.password;
  const rows = accounts.map(
    ({ kind, phone, login, label }) => `  ${kind.padEnd(9)} ${(phone ?? login ?? '').padEnd(22)} ${label}`,
  );
  const hint = password ? [`  Password of staff and officials: ${password}; codes are shown on the sign-in page.`] : [];
  return rows.length > 0 ? ['', 'Sample accounts (demo):', ...rows, ...hint] : [];
}
