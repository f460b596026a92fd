import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { Stack } from '../../../_ui/page-head.tsx';
import { LineFacts } from '../../../(resident)/me/waits/line-facts.tsx';
import { JoinWait } from './wait-buttons.tsx';

type Props = { ask: string; facilityId: string; sessionId: string };

/** A full session: what waiting means, to be read out, and joining for the person (A29, A48). */
export async function WaitHere({ ask, ...session }: Props) {
  const { t } = await getText();
  const [line, { waits }] = await load(
    '/staff/proxy',
    Promise.all([api().waitlist.line.query(session), api().waitlist.atDesk.query({ ask })]),
  );
  const isOpen = (state: string) => state === 'waiting' || state === 'offered';
  const known = waits.some((wait) => wait.sessionId === session.sessionId && isOpen(wait.state));
  return (
    <Stack>
      <LineFacts line={line} how={t('proxy.wait.how')} mine={known} />
      {line.rule || known ? null : (
        <TextProvider areas={['wait', 'proxy']}>
          <JoinWait ask={ask} {...session} />
        </TextProvider>
      )}
    </Stack>
  );
}
