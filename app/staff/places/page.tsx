import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, getMe, load } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { StatusBadge } from '../../_ui/callout.tsx';
import { PageHead, Section } from '../../_ui/page-head.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import { mayKeepPlaces } from '../duties.ts';
import { ConfirmPlaces, DraftPlaces } from './confirm-places.tsx';
import { Findings } from './findings.tsx';
import { PlacesTabs } from './places-tabs.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('places.title') };
}

/** The inside of the house: what is wrong with it today, and every place. */
export default async function PlacesPage() {
  const { t, f, locale } = await getText();
  const path = '/staff/places';
  const [me, book] = await load(path, Promise.all([getMe(), api().navigation.arrive.placeBook.query()]));
  const mayKeep = mayKeepPlaces(me.roles);
  const waysAt = (id: string) => book.ways.filter((way) => way.fromId === id || way.toId === id).length;
  return (
    <TextProvider areas={['places']}>
      <PageHead
        title={t('places.title')}
        lead={mayKeep ? t('places.lead') : t('places.readOnly')}
        side={mayKeep ? <ButtonLink href={`${path}/add`}>{t('places.add')}</ButtonLink> : null}
      />
      <PlacesTabs at="places" />
      <Findings findings={book.findings} />
      {mayKeep && book.places.length === 0 ? <DraftPlaces /> : null}
      {mayKeep && book.places.length > 0 ? <ConfirmPlaces owner={me.name ?? ''} today={book.today} /> : null}
      {book.places.length > 0 ? (
        <Section title={t('places.list')}>
          <SimpleTable
            caption={t('places.list')}
            rows={book.places}
            rowKey={(place) => place.id}
            columns={[
              {
                key: 'n',
                label: t('places.name'),
                wide: true,
                cell: (place) => (
                  <Link href={`${path}/${place.id}`} prefetch={false}>
                    {locale === 'en' ? place.name.en || place.name.zh : place.name.zh}
                  </Link>
                ),
              },
              { key: 'k', label: t('places.kindLabel'), cell: (place) => t(`places.kind.${place.kind}`) },
              {
                key: 'f',
                label: t('places.floor'),
                cell: (place) => (
                  <span className="digits">
                    {locale === 'en' ? place.building.en || place.building.zh : place.building.zh} {place.floor}
                  </span>
                ),
              },
              { key: 'w', label: t('places.ways'), align: 'end', cell: (place) => waysAt(place.id) },
              { key: 'c', label: t('places.code'), cell: (place) => <span className="digits">{place.id}</span> },
              {
                key: 'r',
                label: t('places.reviewBy'),
                cell: (place) =>
                  place.reviewBy < book.today ? (
                    <StatusBadge tone="stop">{f.isoDay(place.reviewBy)}</StatusBadge>
                  ) : (
                    <span className="digits">{f.isoDay(place.reviewBy)}</span>
                  ),
              },
            ]}
          />
        </Section>
      ) : null}
    </TextProvider>
  );
}
