import type { Metadata } from 'next';
import { addDays } from '#server/kernel/clock.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../_trpc/server.ts';
import { PageHead } from '../../../_ui/page-head.tsx';
import { mayKeepPlaces } from '../../duties.ts';
import { PlaceForm } from '../place-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('places.add') };
}

export default async function AddPlacePage() {
  const { t } = await getText();
  const [me, book] = await load('/staff/places/add', Promise.all([getMe(), api().navigation.arrive.placeBook.query()]));
  const fresh = { place: null, owner: me.name ?? '', reviewBy: addDays(book.today, 180) };
  return (
    <TextProvider areas={['places']}>
      <PageHead title={t('places.add')} back={{ href: '/staff/places', label: t('places.title') }} />
      <PlaceForm {...fresh} departments={book.departments} mayKeep={mayKeepPlaces(me.roles)} />
    </TextProvider>
  );
}
