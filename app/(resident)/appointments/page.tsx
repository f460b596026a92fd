import type { Metadata } from 'next';
import Link from 'next/link';
import tabs from '#app/_ui/link-tabs.module.css';
import { getText } from '../../_text/server.ts';
import { api, load } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { EmptyState } from '../../_ui/callout.tsx';
import { Column, PageHead } from '../../_ui/page-head.tsx';
import type { PageInput } from '../../_ui/page-input.ts';
import { WaitOffers } from '../me/waits/wait-offers.tsx';
import { Offers } from './offers.tsx';
import { VisitCard } from './visit-card.tsx';
import css from './visits.module.css';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('visits.title') };
}

export default async function VisitsPage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const when = (await searchParams).when === 'past' ? 'past' : 'coming';
  const { appointments, asOf } = await load('/appointments', api().booking.listMine.query({ when }));
  const book = <ButtonLink href="/hospitals">{t('visits.bookNow')}</ButtonLink>;
  return (
    <Column>
      <PageHead title={t('visits.title')} updated={t('kit.updatedAt', { time: f.time(asOf) })} />
      {when === 'coming' ? <Offers /> : null}
      {when === 'coming' ? <WaitOffers /> : null}
      <nav className={tabs.line} aria-label={t('visits.title')}>
        <Link href="/appointments" aria-current={when === 'coming' ? 'page' : undefined} replace prefetch={false}>
          {t('visits.coming')}
        </Link>
        <Link
          href="/appointments?when=past"
          aria-current={when === 'past' ? 'page' : undefined}
          replace
          prefetch={false}
        >
          {t('visits.past')}
        </Link>
      </nav>
      {appointments.length === 0 ? (
        <EmptyState title={t(when === 'coming' ? 'visits.emptyComing' : 'visits.emptyPast')} action={book}>
          {t('visits.emptyHint')}
        </EmptyState>
      ) : (
        <ul className={css.list}>
          {appointments.map((visit) => (
            <li key={visit.id}>
              <VisitCard visit={visit} />
            </li>
          ))}
        </ul>
      )}
    </Column>
  );
}
