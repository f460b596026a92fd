'use server';

import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { elderCookie, localeCookie, toLocale } from './locale.ts';

const year = 365 * 86_400;
const options = { path: '/', maxAge: year, sameSite: 'lax' as const, httpOnly: true };

/** Remembered in the browser only, so that it also works before signing in. */
export async function setLanguage(form: FormData): Promise<void> {
  (await cookies()).set(localeCookie, toLocale(String(form.get('language'))), options);
  revalidatePath('/', 'layout');
}

export async function setElderMode(form: FormData): Promise<void> {
  const jar = await cookies();
  if (form.get('elder') === '1') jar.set(elderCookie, '1', options);
  else jar.delete(elderCookie);
  revalidatePath('/', 'layout');
}
