import Link from 'next/link';
import type { ReactNode } from 'react';
import type { RecordView } from '#server/records/schema.ts';
import { getText } from '../../_text/server.ts';
import { Column, PageHead } from '../../_ui/page-head.tsx';
import { NotAll } from './not-all.tsx';
import { PrivacyLinks } from './privacy-links.tsx';
import css from './records.module.css';
import type { Whose } from './whose.ts';

export const tabs = [
  'visits',
  'results',
  'problems',
  'medicines',
  'allergies',
  'vaccinations',
  'documents',
  'sources',
] as const;
export type Tab = (typeof tabs)[number];

export const tabHref = (tab: Tab): string =>
  tab === 'visits' ? '/records' : tab === 'results' || tab === 'sources' ? `/records/${tab}` : `/records/lists/${tab}`;

/** What all pages of a record share: whose it is, its parts, how fresh it is, and what only the person sees. */
export async function RecordFrame(props: {
  whose: Whose;
  tab: Tab;
  asOf: Date;
  view: RecordView;
  children: ReactNode;
}) {
  const { t, f } = await getText();
  const { people, residentId, name, query } = props.whose;
  return (
    <Column>
      <PageHead
        title={t('records.title')}
        lead={name ? t('records.leadOf', { name }) : t('records.lead')}
        updated={t('kit.updatedAt', { time: f.time(props.asOf) })}
      />
      {people.length > 1 ? (
        <nav className={css.people} aria-label={t('records.whose')}>
          {people.map((one) => (
            <Link
              key={one.id}
              href={`${tabHref(props.tab)}${one.self ? '' : `?who=${one.id}`}`}
              aria-current={one.id === residentId ? 'true' : undefined}
              prefetch={false}
            >
              {one.self ? t('records.self', { name: one.name }) : one.name}
            </Link>
          ))}
        </nav>
      ) : null}
      <PrivacyLinks whose={props.whose} />
      <nav className={css.tabs} aria-label={t('records.parts')}>
        {tabs.map((tab) => (
          <Link
            key={tab}
            href={`${tabHref(tab)}${query}`}
            aria-current={tab === props.tab ? 'page' : undefined}
            prefetch={false}
          >
            {t(`records.tab.${tab}`)}
          </Link>
        ))}
      </nav>
      <NotAll view={props.view} t={t} />
      {props.children}
    </Column>
  );
}
