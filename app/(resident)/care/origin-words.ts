'use client';

import type { OriginView } from '#server/navigation/schema/origin.ts';
import { useText } from '../../_text/client-text.tsx';

/** What distances are reckoned from, in words. */
export function useOriginWords(): (origin: OriginView) => string {
  const { t } = useText();
  return (origin) => {
    if (!origin) return t('care.originNone');
    if (origin.kind === 'position') return t('care.originPosition');
    return t(origin.kind === 'own' ? 'care.originOwn' : 'care.originArea', { name: origin.name });
  };
}
