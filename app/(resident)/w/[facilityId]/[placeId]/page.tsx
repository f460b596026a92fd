import type { Metadata } from 'next';
import { setLanguage } from '../../../../_text/preferences.ts';
import { getText } from '../../../../_text/server.ts';
import { api, load } from '../../../../_trpc/server.ts';
import { troubleOf } from '../../../../_trpc/trouble.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Icon } from '../../../../_ui/icon.tsx';
import { Column, PageHead, Section, Stack } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import css from '../../../arrive/arrive.module.css';
import { placeName, spotName, wayPath } from '../../../arrive/place-words.ts';
import { ChosenWay } from './chosen-way.tsx';
import { Destinations } from './destinations.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('arrive.here'), robots: { index: false } };
}

/**
 * Behind the code at a landmark: where one is, and the way on. Works without script and without sign-in; the
 * address holds places and nothing else.
 */
export default async function HerePage({ params, searchParams }: PageInput<'facilityId' | 'placeId'>) {
  const text = await getText();
  const { t, locale } = text;
  const [{ facilityId, placeId }, query] = await Promise.all([params, searchParams]);
  const toId = typeof query.to === 'string' ? query.to : null;
  const stepFree = query.level === '1';
  const path = wayPath(facilityId, placeId);
  const wish = { facilityId, placeId, toId, stepFree };
  const here = await load(path, api().navigation.arrive.here.query(wish).catch(removed));
  if (!here) return <RemovedCode />;
  return (
    <Column>
      <form action={setLanguage} className={`${css.language} no-print`}>
        <input type="hidden" name="language" value={locale === 'en' ? 'zh-CN' : 'en'} />
        <Button type="submit" look="second" small lang={locale === 'en' ? 'zh-CN' : 'en'}>
          {locale === 'en' ? '中文' : 'English'}
        </Button>
      </form>
      <PageHead title={here.to ? t('arrive.goTo', { place: placeName(text, here.to) }) : t('arrive.whereTo')} />
      <Stack>
        <div className={css.spot}>
          <Icon name="place" size="2.5rem" />
          <p>
            {t('arrive.here')}
            <strong>{placeName(text, here.here)}</strong>
            {here.facility.name} · {spotName(text, here.here)}
          </p>
        </div>
        {here.to ? <ChosenWay here={here} stepFree={stepFree} /> : null}
      </Stack>
      {here.to ? null : (
        <Section>
          <p className={css.note}>{t('arrive.whereToHint')}</p>
          <Destinations here={here} />
        </Section>
      )}
    </Column>
  );
}

/** A printed code outlives what it stood at; whoever scans it is told where to ask. */
function removed(error: unknown): null {
  if (troubleOf(error)?.code === 'not-found') return null;
  throw error;
}

async function RemovedCode() {
  const { t } = await getText();
  return (
    <Column>
      <PageHead title={t('arrive.unknown')} lead={t('arrive.unknownText')} />
    </Column>
  );
}
