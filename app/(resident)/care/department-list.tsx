'use client';

import Link from 'next/link';
import type { AdviceAnswer } from '#server/navigation/schema/ask.ts';
import { inLanguage } from '../../_text/bilingual.ts';
import { useText } from '../../_text/client-text.tsx';
import { Callout } from '../../_ui/callout.tsx';
import { Icon } from '../../_ui/icon.tsx';
import css from './care.module.css';

type Props = {
  departments: AdviceAnswer['departments'];
  hrefOf: (code: string) => string;
  onGo: (code: string, rank: 1 | 2 | 3) => void;
};

/** The departments advised, best first, each with its reasons. */
export function DepartmentList({ departments, hrefOf, onGo }: Props) {
  const { t, locale } = useText();
  return (
    <ol className={css.departments}>
      {departments.map((department, i) => (
        <li key={department.code}>
          <Link
            href={hrefOf(department.code)}
            prefetch={false}
            onClick={() => onGo(department.code, (i + 1) as 1 | 2 | 3)}
          >
            <span className={css.departmentHead}>
              <strong>{inLanguage(department.name, locale)}</strong>
              <span className={css.chance}>{t('care.chance', { percent: Math.round(department.share * 100) })}</span>
            </span>
            <Reasons reasons={department.reasons.map((reason) => inLanguage(reason, locale))} />
            <span className={css.go}>
              {t('care.choose')}
              <Icon name="next" size="1rem" />
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

/** Where to go when words alone do not settle it (E5). */
export function GeneralPractice({ href, reason, onGo }: { href: string; reason: string; onGo: () => void }) {
  const { t } = useText();
  return (
    <Callout tone="info" title={t('care.general')}>
      <p>{reason}</p>
      <Link href={href} prefetch={false} onClick={onGo}>
        {t('care.generalChoose')}
      </Link>
    </Callout>
  );
}

function Reasons({ reasons }: { reasons: string[] }) {
  const { t } = useText();
  const shown = [...new Set(reasons)].slice(0, 3);
  return (
    <span className={css.why}>
      {shown.length > 0 ? shown.map((reason) => <span key={reason}>{reason}</span>) : <span>{t('care.noReason')}</span>}
    </span>
  );
}
