'use client';

import Link from 'next/link';
import { useText } from '../../_text/client-text.tsx';
import css from './care.module.css';
import { forget } from './kept.ts';

/** What the advice is not, and the way to begin anew, which forgets what was told. */
export function AdviceFoot() {
  const { t } = useText();
  return (
    <>
      <p className={css.fine}>{t('care.notDiagnosis')}</p>
      <p>
        <Link href="/care" prefetch={false} onClick={() => forget()}>
          {t('care.restart')}
        </Link>
      </p>
    </>
  );
}
