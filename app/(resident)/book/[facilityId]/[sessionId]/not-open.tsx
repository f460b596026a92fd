import type { SessionView } from '#server/schedules/schema.ts';
import { wordFault } from '../../../../_text/fault-text.ts';
import { getText } from '../../../../_text/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { departmentPath } from '../../../hospitals/facility-line.tsx';
import { ByDraw } from './by-draw.tsx';
import { WaitingLine } from './waiting-line.tsx';

type Props = { session: SessionView; changes: boolean; hasLine: boolean };

/** What there is instead of a form: a draw, a waiting list, or why not, until when, and where else to look. */
export function NotOpen({ session, changes, hasLine }: Props) {
  if (session.state === 'draw') return <ByDraw session={session} />;
  if (session.state === 'full' && !changes) return <WaitingLine session={session} />;
  return <Closed session={session} hasLine={hasLine} />;
}

async function Closed({ session, hasLine }: Omit<Props, 'changes'>) {
  const { t, f } = await getText();
  const next = session.state === 'resting' ? session.reopensAt : session.releaseAt;
  const later = (session.state === 'resting' || session.state === 'not-released') && next;
  const words = wordFault(t, f, {
    code: 'refused',
    rule: session.state,
    ...(later ? { nextAt: later.toISOString() } : {}),
  });
  return (
    <Callout tone="stop" title={t('book.notOpen')}>
      {words.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {session.state === 'not-released' && hasLine ? (
        <ButtonLink href={`/rush/${session.facilityId}/${session.id}`} prefetch={false}>
          {t('rush.toLine')}
        </ButtonLink>
      ) : null}
      <ButtonLink href={departmentPath(session.departmentId)} look="second">
        {t('book.otherSessions')}
      </ButtonLink>
    </Callout>
  );
}
