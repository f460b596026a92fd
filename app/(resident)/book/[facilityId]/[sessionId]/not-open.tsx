import type { SessionView } from '#server/schedules/schema.ts';
import { wordFault } from '../../../../_text/fault-text.ts';
import { getText } from '../../../../_text/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { departmentPath } from '../../../hospitals/facility-line.tsx';

/** Why the session cannot be booked now, when it can if that is known, and where to look instead. */
export async function NotOpen({ session, hasLine }: { session: SessionView; hasLine: boolean }) {
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
