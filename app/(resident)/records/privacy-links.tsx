import Link from 'next/link';
import { getText } from '../../_text/server.ts';
import css from './records.module.css';
import type { Whose } from './whose.ts';

const parts = [
  ['/records/access', 'privacy.looks'],
  ['/records/privacy', 'privacy.rules'],
  ['/records/cases', 'privacy.cases'],
] as const;
const take = ['/records/take', 'take.link'] as const;
/** Of the person alone, and never of somebody one acts for. */
const sealed = ['/records/family-planning', 'ownPlanning.link'] as const;

/** Who looked, who may look, what was asked, for who decides about this record; whoever reads it may take it along. */
export async function PrivacyLinks({ whose, here }: { whose: Whose; here?: string }) {
  const { t } = await getText();
  const links = whose.owner ? parts : [];
  const own = whose.query ? [] : [sealed];
  return (
    <nav className={css.privacy} aria-label={t('privacy.nav')}>
      {[...links, ...own, take].map(([path, label]) => (
        <Link
          key={path}
          href={`${path}${whose.query}`}
          aria-current={path === here ? 'page' : undefined}
          prefetch={false}
        >
          {t(label)}
        </Link>
      ))}
    </nav>
  );
}
