import type { Locale } from './locale.ts';

/** Words that the server gives in both languages. */
export const inLanguage = (words: { zh: string; en: string }, locale: Locale): string =>
  locale === 'en' ? words.en : words.zh;
