import type { RushView } from '#server/rush/schema.ts';
import type { SessionView } from '#server/schedules/schema.ts';
import { getText } from '../../../../_text/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { departmentPath } from '../../../hospitals/facility-line.tsx';
import css from '../../../rush/rush.module.css';

/** Numbers come later: when, and from when one may stand in the line. */
export async function BeforeRelease(props: { session: SessionView; line: RushView; toLine: string }) {
  const { session, line, toLine } = props;
  const { t, f } = await getText();
  const release = f.moment(line.releaseAt);
  const isEarly = line.state === 'early';
  return (
    <Callout tone="wait" title={t('rush.notReleased', { release })}>
      <p>{isEarly ? t('rush.notReleasedEarly', { time: f.moment(line.opensAt) }) : t('rush.notReleasedOpen')}</p>
      <div className={css.actions}>
        {isEarly ? null : (
          <ButtonLink href={toLine} prefetch={false}>
            {t('rush.toLine')}
          </ButtonLink>
        )}
        <ButtonLink href={departmentPath(session.departmentId)} look="second">
          {t('book.otherSessions')}
        </ButtonLink>
      </div>
    </Callout>
  );
}
