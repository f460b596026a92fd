import type { RushView } from '#server/rush/schema.ts';
import type { SessionView } from '#server/schedules/schema.ts';
import { wordFault } from '../../../../_text/fault-text.ts';
import { getText } from '../../../../_text/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { departmentPath } from '../../../hospitals/facility-line.tsx';
import { BeforeRelease } from './before-release.tsx';
import { ByDraw } from './by-draw.tsx';
import { WaitingLine } from './waiting-line.tsx';

type Props = { session: SessionView; changes: boolean; line: RushView; toLine: string };

/** What there is instead of a form: a draw, a waiting list, the line before a release, or why not, until when, and where else to look. */
export function NotOpen({ session, changes, line, toLine }: Props) {
  if (session.state === 'draw') return <ByDraw session={session} />;
  if (session.state === 'full' && !changes) return <WaitingLine session={session} />;
  if (session.state === 'not-released' && line.state !== 'none')
    return <BeforeRelease {...{ session, line, toLine }} />;
  return <Closed session={session} />;
}

async function Closed({ session }: Pick<Props, 'session'>) {
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
      <ButtonLink href={departmentPath(session.departmentId)} look="second">
        {t('book.otherSessions')}
      </ButtonLink>
    </Callout>
  );
}
