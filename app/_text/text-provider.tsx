import type { ReactNode } from 'react';
import { ClientText } from './client-text.tsx';
import { type Area, pickAreas } from './messages.ts';
import { getLocale } from './server.ts';

/** Hands the client components inside only the texts they use; the fault texts always come along. */
export async function TextProvider({ areas, children }: { areas: readonly Area[]; children: ReactNode }) {
  const locale = await getLocale();
  return (
    <ClientText locale={locale} messages={pickAreas(locale, ['fault', 'kit', ...areas])}>
      {children}
    </ClientText>
  );
}
