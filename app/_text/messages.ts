import type { Locale } from './locale.ts';
import { en } from './messages/en.ts';
import { zhCN } from './messages/zh-CN.ts';

export type Messages = typeof zhCN;
export type Area = keyof Messages;

const all: Record<Locale, Messages> = { 'zh-CN': zhCN, en };

export const messagesOf = (locale: Locale): Messages => all[locale];

/** The areas that a client component needs, so that the rest stays on the server. */
export const pickAreas = (locale: Locale, areas: readonly Area[]): Partial<Messages> =>
  Object.fromEntries(areas.map((area) => [area, all[locale][area]]));

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
