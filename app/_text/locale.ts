/** Languages the site speaks. Tibetan (bo) and Yi (ii) join by adding a folder of messages and a line here. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'zh-CN';
export const localeNames: Record<Locale, string> = { 'zh-CN': '简体中文', en: 'English' };

export const localeCookie = 'huimin-lang';
export const elderCookie = 'huimin-elder';

export const toLocale = (value: string | undefined): Locale =>
  locales.find((locale) => locale === value) ?? defaultLocale;
