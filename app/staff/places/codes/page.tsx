import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import QRCode from 'qrcode';
import type { PlaceRow } from '#server/navigation/schema/places.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../_trpc/server.ts';
import { PageHead } from '../../../_ui/page-head.tsx';
import type { Query } from '../../duties.ts';
import css from '../places.module.css';
import { PlacesTabs } from '../places-tabs.tsx';
import { PrintCodes } from './print-codes.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('places.codes.title') };
}

const usual = ['entrance', 'landmark', 'lift', 'check-in'];

/** What hangs on the walls: name, floor and the code that leads on. */
export default async function CodesPage({ searchParams }: { searchParams: Query }) {
  const { t } = await getText();
  const all = (await searchParams).all === '1';
  const [me, book] = await load(
    '/staff/places/codes',
    Promise.all([getMe(), api().navigation.arrive.placeBook.query()]),
  );
  const facilityId = me.kind === 'staff' ? (me.facility?.id ?? '') : '';
  const base = `${await siteOrigin()}/w/${facilityId}`;
  const places = book.places.filter((place) => all || usual.includes(place.kind));
  const cards = await Promise.all(
    places.map(async (place) => ({
      place,
      svg: await QRCode.toString(`${base}/${place.id}`, { type: 'svg', errorCorrectionLevel: 'Q', margin: 1 }),
    })),
  );
  return (
    <TextProvider areas={['places']}>
      <div className="no-print">
        <PageHead title={t('places.codes.title')} lead={t('places.codes.lead')} side={<PrintCodes />} />
        <PlacesTabs at="codes" />
        <p className={css.choice}>
          <Link href={all ? '/staff/places/codes' : '/staff/places/codes?all=1'} prefetch={false}>
            {t(all ? 'places.codes.only' : 'places.codes.all')}
          </Link>
        </p>
      </div>
      <div className={css.sheet}>
        {cards.map(({ place, svg }) => (
          <CodeCard key={place.id} place={place} svg={svg} />
        ))}
      </div>
    </TextProvider>
  );
}

async function CodeCard({ place, svg }: { place: PlaceRow; svg: string }) {
  const { t } = await getText();
  return (
    <article className={css.codeCard}>
      <p className={css.mark}>{t('places.codes.you')}</p>
      <h2>{place.name.zh}</h2>
      {place.name.en ? <p lang="en">{place.name.en}</p> : null}
      <div
        role="img"
        aria-label={`${place.name.zh} ${place.id}`}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here from our own address and a place's id
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <p>{t('places.codes.scan')}</p>
      <p lang="en">{t('places.codes.scanEn')}</p>
      <p className="digits">{place.id}</p>
    </article>
  );
}

/** The address under which the visitor reached us: that is where a phone will go too. */
async function siteOrigin(): Promise<string> {
  const seen = await headers();
  const host = seen.get('x-forwarded-host') ?? seen.get('host') ?? 'localhost:3000';
  return `${seen.get('x-forwarded-proto') ?? 'http'}://${host}`;
}
