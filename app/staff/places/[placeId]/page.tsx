import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { PageHead, Section } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { mayKeepPlaces } from '../../duties.ts';
import { PlaceForm } from '../place-form.tsx';
import css from '../places.module.css';
import { RemovePlace } from './remove-place.tsx';
import { WayForm } from './way-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('places.edit') };
}

/** One place with the ways from it. */
export default async function PlacePage({ params }: PageInput<'placeId'>) {
  const { t } = await getText();
  const { placeId } = await params;
  const path = `/staff/places/${placeId}`;
  const [me, book] = await load(path, Promise.all([getMe(), api().navigation.arrive.placeBook.query()]));
  const place = book.places.find((one) => one.id === placeId);
  if (!place) notFound();
  const mayKeep = mayKeepPlaces(me.roles);
  const ways = book.ways.filter((way) => way.fromId === place.id || way.toId === place.id);
  const facilityId = me.kind === 'staff' ? (me.facility?.id ?? '') : '';
  const nameOf = (id: string) => book.places.find((one) => one.id === id)?.name.zh ?? id;
  const choices = book.places.map(({ id, name, floor }) => ({ value: id, label: `${name.zh}（${floor}）` }));
  const form = { place, departments: book.departments, owner: place.owner, reviewBy: place.reviewBy, mayKeep };
  return (
    <TextProvider areas={['places', 'arrive']}>
      <PageHead
        title={place.name.zh}
        back={{ href: '/staff/places', label: t('places.title') }}
        side={
          <ButtonLink href={`/w/${facilityId}/${place.id}`} look="second" prefetch={false}>
            {t('places.preview')}
          </ButtonLink>
        }
      />
      <PlaceForm {...form} />
      <Section title={t('places.ways')}>
        {ways.length === 0 ? <p>{t('places.noWays')}</p> : null}
        {ways.map((way) => (
          <details key={way.id} className={css.way}>
            <summary>
              {nameOf(way.fromId)} {way.oneWay ? '→' : '↔'} {nameOf(way.toId)} · {t(`arrive.mode.${way.mode}`)}
            </summary>
            <WayForm way={way} fromId={way.fromId} choices={choices} mayKeep={mayKeep} />
          </details>
        ))}
        {mayKeep ? (
          <details className={css.way}>
            <summary>{t('places.wayAdd')}</summary>
            <WayForm way={null} fromId={place.id} choices={choices} mayKeep />
          </details>
        ) : null}
      </Section>
      {mayKeep ? (
        <Section>
          <RemovePlace id={place.id} name={place.name.zh} ways={ways.length} />
        </Section>
      ) : null}
    </TextProvider>
  );
}
