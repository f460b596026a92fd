import Link from 'next/link';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { Callout } from '../../../_ui/callout.tsx';
import { Panel, Section, Stack } from '../../../_ui/page-head.tsx';
import { SessionFacts } from '../../../(resident)/book/session-facts.tsx';
import { BookForm } from './book-form.tsx';
import { type Step, stepPath } from './steps.ts';
import { WaitHere } from './wait-here.tsx';

type Props = { step: Step; facilityId: string; sessionId: string };

/** Last step: the time window, with the terms to be read out before booking. */
export async function ChooseTime({ step, facilityId, sessionId }: Props) {
  const { t, f } = await getText();
  const { session, windows, facilityName, place, own } = await load(
    '/staff/proxy',
    api().proxy.session.query({ facilityId, sessionId }),
  );
  const open = session.state === 'open';
  return (
    <Section
      title={t('proxy.step.time')}
      side={
        <Link href={stepPath(step, { sessionId: undefined })} prefetch={false}>
          {t('book.otherSessions')}
        </Link>
      }
    >
      <Stack>
        <Panel>
          <SessionFacts {...{ session, facilityName, place }} />
        </Panel>
        {own ? <p>{t('proxy.own', { count: own.free, pool: own.pool, time: f.moment(own.opensAt) })}</p> : null}
        {open ? (
          <TextProvider areas={['proxy', 'book', 'find']}>
            <BookForm ask={step.ask} {...{ facilityId, sessionId, windows }} />
          </TextProvider>
        ) : session.state === 'full' ? (
          <WaitHere ask={step.ask} {...{ facilityId, sessionId }} />
        ) : (
          <Callout tone="stop" title={t('book.notOpen')}>
            <p>{t(`find.state.${session.state}`, { time: f.moment(session.releaseAt) })}</p>
          </Callout>
        )}
      </Stack>
    </Section>
  );
}
