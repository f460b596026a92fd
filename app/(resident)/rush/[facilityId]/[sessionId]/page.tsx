import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../../_trpc/server.ts';
import { Column, PageHead, Panel, Section, Stack } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { readChange } from '../../../book/read-change.ts';
import { SessionFacts } from '../../../book/session-facts.tsx';
import { departmentPath } from '../../../hospitals/facility-line.tsx';
import { linePath, readPass } from '../../line.ts';
import css from '../../rush.module.css';
import { FollowRush } from './follow-rush.tsx';
import { NotJoined } from './not-joined.tsx';
import { RushFull } from './rush-full.tsx';

type Props = PageInput<'facilityId' | 'sessionId'>;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('rush.title') };
}

/** The own place in the line of a release. Goes on to booking by itself when the turn has come. */
export default async function RushPage({ params, searchParams }: Props) {
  const { t, f } = await getText();
  const { facilityId, sessionId } = await params;
  const change = readChange(await searchParams)?.key ?? null;
  const here = linePath(facilityId, sessionId, change);
  const book = here.replace('/rush/', '/book/');
  const pass = await readPass();
  const [{ session, facilityName, place }, line, me] = await load(
    here,
    Promise.all([
      api().schedules.session.query({ facilityId, sessionId }),
      api().rush.place.query({ facilityId, sessionId, pass }),
      getMe(),
    ]),
  );
  if (line.state === 'turn' || line.state === 'none') redirect(book);
  const joined = line.state === 'before' || line.state === 'waiting';
  return (
    <Column>
      <PageHead
        title={t('rush.title')}
        lead={t('rush.lead')}
        back={{ href: departmentPath(session.departmentId), label: session.departmentName }}
        {...(joined ? {} : { updated: t('kit.updatedAt', { time: f.time(line.asOf) }) })}
      />
      <Stack>
        <TextProvider areas={['rush']}>
          {joined ? (
            <FollowRush key={line.state} {...{ facilityId, sessionId, pass, book }} first={line} />
          ) : session.state === 'full' ? (
            <RushFull book={book} />
          ) : (
            <NotJoined {...{ facilityId, sessionId, change, here, line, me }} />
          )}
        </TextProvider>
        <Section title={t('rush.session')}>
          <Panel>
            <SessionFacts {...{ session, facilityName, place }} />
          </Panel>
        </Section>
        <Section title={t('rush.how')}>
          <ul className={css.how}>
            <li>{t('rush.howRandom')}</li>
            <li>{t('rush.howAll')}</li>
            <li>{t('rush.howOne')}</li>
            <li>{t('rush.howOther')}</li>
          </ul>
        </Section>
      </Stack>
      {joined ? (
        <noscript>
          <meta httpEquiv="refresh" content={String(Math.max(5, Math.ceil(line.askAgainMs / 1000)))} />
        </noscript>
      ) : null}
    </Column>
  );
}
