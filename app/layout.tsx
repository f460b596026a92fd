import './_ui/tokens.css';
import './_ui/base.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { getText, isElderMode } from './_text/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return {
    title: { default: `${t('shell.name')} · ${t('shell.tagline')}`, template: `%s · ${t('shell.name')}` },
    description: t('shell.tagline'),
    formatDetection: { telephone: false, date: false, address: false },
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#0b665f' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale } = await getText();
  const elder = await isElderMode();
  return (
    <html lang={locale} data-elder={elder ? '' : undefined}>
      <body>{children}</body>
    </html>
  );
}
