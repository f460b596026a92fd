import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../../_trpc/server.ts';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { Column, PageHead, Panel, Section, Stack } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { NeedName } from '../../../book/[facilityId]/[sessionId]/need-name.tsx';
import { SessionFacts } from '../../../book/session-facts.tsx';
import { joinLine } from '../../join-action.ts';
import { readPass } from '../../kept-pass.ts';
import { FollowRush } from './follow-rush.tsx';

type Props = PageInput<'facilityId' | 'sessionId'>;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('rush.title') };
}

/** The own place in the line of a release. Goes on to booking by itself when the turn has come. */
export default async function RushPage({ params }: Props) {
  const { t, f } = await getText();
  const { facilityId, sessionId } = await params;
  const [here, book] = [`/rush/${facilityId}/${sessionId}`, `/book/${facilityId}/${sessionId}`];
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
  const isFull = session.state === 'full';
  const joined = line.state === 'before' || line.state === 'waiting';
  return (
    <Column>
      <PageHead
        title={t('rush.title')}
        lead={t('rush.lead')}
        back={{ href: book, label: t('kit.back') }}
        updated={t('kit.updatedAt', { time: f.time(line.asOf) })}
      />
      <Stack>
        {isFull ? (
          <Callout tone="stop" title={t('rush.full')}>
            <p>{t('rush.fullLead')}</p>
            <ButtonLink href={book} prefetch={false}>
              {t('rush.toFull')}
            </ButtonLink>
          </Callout>
        ) : joined ? (
          <TextProvider areas={['rush']}>
            <FollowRush key={line.state} {...{ facilityId, sessionId, pass, book }} first={line} />
          </TextProvider>
        ) : (
          <NotJoined {...{ facilityId, sessionId, here, line, me }} />
        )}
        <Section title={t('rush.session')}>
          <Panel>
            <SessionFacts {...{ session, facilityName, place }} />
          </Panel>
        </Section>
        <Section title={t('rush.how')}>
          <ul>
            <li>{t('rush.howRandom')}</li>
            <li>{t('rush.howOne')}</li>
            <li>{t('rush.howOther')}</li>
          </ul>
        </Section>
      </Stack>
      {joined && !isFull ? (
        <noscript>
          <meta httpEquiv="refresh" content={String(Math.max(5, Math.ceil(line.askAgainMs / 1000)))} />
        </noscript>
      ) : null}
    </Column>
  );
}

type JoinProps = {
  facilityId: string;
  sessionId: string;
  here: string;
  line: Awaited<ReturnType<ReturnType<typeof api>['rush']['place']['query']>>;
  me: Awaited<ReturnType<typeof getMe>>;
};

async function NotJoined({ facilityId, sessionId, here, line, me }: JoinProps) {
  const { t, f } = await getText();
  const release = f.moment(line.releaseAt);
  if (line.state === 'early')
    return (
      <Callout tone="wait" title={t('rush.early')}>
        <p>{t('rush.earlyLead', { time: f.moment(line.opensAt), release })}</p>
      </Callout>
    );
  if (me.kind !== 'resident' || !me.residentId) return <NeedName here={here} signedIn={me.kind === 'resident'} />;
  return (
    <Callout tone="info" title={t('rush.open')}>
      <p>{t('rush.openLead', { release })}</p>
      <form action={joinLine}>
        <input type="hidden" name="facilityId" value={facilityId} />
        <input type="hidden" name="sessionId" value={sessionId} />
        <Button type="submit" wide>
          {t('rush.join')}
        </Button>
      </form>
    </Callout>
  );
}
