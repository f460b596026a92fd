'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { api, load } from '../../_trpc/server.ts';
import { readChange } from '../book/read-change.ts';
import { linePath, passCookie, readPass } from './line.ts';

/** Joins the line by a plain form, so that it works without script, and shows where one stands. */
export async function joinLine(form: FormData): Promise<void> {
  const [facilityId, sessionId] = [String(form.get('facilityId')), String(form.get('sessionId'))];
  const change = readChange({ change: String(form.get('change')) });
  const path = linePath(facilityId, sessionId, change?.key ?? null);
  const { pass, keepUntil } = await load(
    path,
    api().rush.join.mutate({ facilityId, sessionId, pass: await readPass() }),
  );
  const secure = (await headers()).get('x-forwarded-proto') === 'https';
  (await cookies()).set(passCookie, pass, { httpOnly: true, sameSite: 'lax', path: '/', expires: keepUntil, secure });
  redirect(path);
}
