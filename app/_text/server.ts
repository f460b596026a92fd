import { cookies } from 'next/headers';
import { cache } from 'react';
import { createTranslator } from 'use-intl/core';
import { createFormat } from './format.ts';
import { elderCookie, type Locale, localeCookie, toLocale } from './locale.ts';
import { messagesOf } from './messages.ts';

export const getLocale = cache(async (): Promise<Locale> => toLocale((await cookies()).get(localeCookie)?.value));
export const isElderMode = cache(async (): Promise<boolean> => (await cookies()).get(elderCookie)?.value === '1');

/** Texts and formats of the visitor's language, for server components: `const { t, f } = await getText()`. */
export const getText = cache(async () => {
  const locale = await getLocale();
  const t = createTranslator({ locale, messages: messagesOf(locale), timeZone: 'Asia/Shanghai' });
  return { t, f: createFormat(locale), locale };
});
export type Text = Awaited<ReturnType<typeof getText>>;
