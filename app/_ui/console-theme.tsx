'use client';

import { createTheme, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';

/** The tokens as Mantine's theme, for the consoles' richer controls; residents' pages do without its script. */
const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: 7,
  colors: {
    brand: [
      '#e4f1ee',
      '#cfe6e1',
      '#a9cfc9',
      '#7fb8b0',
      '#4f9c93',
      '#2c857b',
      '#157168',
      '#0b665f',
      '#07504a',
      '#063b37',
    ],
  },
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  lineHeights: { md: '1.6' },
  defaultRadius: 6,
  cursorType: 'pointer',
  focusClassName: '',
});

export function ConsoleTheme({ children, nonce }: { children: ReactNode; nonce?: string }) {
  return (
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={nonce ? () => nonce : undefined}>
      {children}
    </MantineProvider>
  );
}
