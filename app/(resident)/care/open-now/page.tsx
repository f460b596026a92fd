import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import Link from 'next/link';
import { serviceKind } from '#server/navigation/schema/services.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api } from '../../../_trpc/server.ts';
import { EmptyState } from '../../../_ui/callout.tsx';
import { Column, PageHead } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import css from '../care.module.css';
import { DoorList } from '../door-list.tsx';
import { nearCookie, readOrigin, regionOf } from '../origin.ts';
import { AreaForm } from './area-form.tsx';
import own from './open-now.module.css';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('care.openTitle') };
}

/** Which doors are open at this hour (E10), the nearest first; rows that nobody has looked after say so. */
export default async function OpenNowPage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const query = await searchParams;
  const kind = serviceKind.catch('emergency').parse(query.kind);
  const region = regionOf(query);
  const origin = readOrigin(region, (await cookies()).get(nearCookie)?.value);
  const [found, { children }] = await Promise.all([
    api().navigation.openNow.query({ kind, ...(origin ? { origin } : {}) }),
    api().facilities.regions.query({}),
  ]);
  const href = (to: string) => `/care/open-now?${new URLSearchParams({ kind: to, ...(region ? { region } : {}) })}`;
  return (
    <Column>
      <PageHead
        title={t('care.openTitle')}
        lead={t('care.openLead')}
        back={{ href: '/care', label: t('care.title') }}
        updated={t('kit.updatedAt', { time: f.time(found.asOf) })}
      />
      <nav aria-label={t('care.kindNav')} className={own.kinds}>
        {serviceKind.options.map((option) => (
          <Link
            key={option}
            href={href(option)}
            aria-current={option === kind ? 'page' : undefined}
            prefetch={false}
            replace
          >
            {t(`care.kinds.${option}`)}
          </Link>
        ))}
      </nav>
      <p>{t(`care.kindLead.${kind}`)}</p>
      <AreaForm kind={kind} region={region} here={found.origin?.name ?? ''} cities={children} />
      <p role="status" className={css.fine}>
        {t('care.openCount', { open: f.number(found.openTotal), total: f.number(found.total) })}
      </p>
      {found.doors.length === 0 ? (
        <EmptyState title={t('care.openEmpty')}>{t('care.openEmptyHint')}</EmptyState>
      ) : (
        <TextProvider areas={['care']}>
          <DoorList heading="h2" doors={found.doors} empty={t('care.openEmpty')} />
        </TextProvider>
      )}
    </Column>
  );
}
