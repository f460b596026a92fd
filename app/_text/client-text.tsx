'use client';

import { type ReactNode, useMemo } from 'react';
import { IntlProvider, useLocale, useTranslations } from 'use-intl';
import { createFormat, type Format } from './format.ts';
import type { Locale } from './locale.ts';
import type { Messages } from './messages.ts';

export function ClientText(props: { locale: Locale; messages: Partial<Messages>; children: ReactNode }) {
  return (
    <IntlProvider locale={props.locale} messages={props.messages as Messages} timeZone="Asia/Shanghai">
      {props.children}
    </IntlProvider>
  );
}

/** Texts and formats in client components: `const { t, f } = useText()`; keys as on the server. */
export function useText(): { t: ReturnType<typeof useTranslations<never>>; f: Format; locale: Locale } {
  const locale = useLocale();
  const t = useTranslations();
  const f = useMemo(() => createFormat(locale), [locale]);
  return { t, f, locale };
}
