import type { z } from 'zod';
import type { sessionOutput } from '#server/schedules/schema.ts';
import { wordLimits } from '../../_text/limit-text.ts';
import { getText } from '../../_text/server.ts';
import css from './good-to-know.module.css';

type Props = Pick<z.infer<typeof sessionOutput>, 'session' | 'windows' | 'terms' | 'kept'>;

/** The rules of this session as days and times, before anything is chosen; those of the person behind a tap. */
export async function GoodToKnow({ session, windows, terms, kept }: Props) {
  const { t, f } = await getText();
  const deadlines = new Set(windows.map((window) => window.cancelBy.getTime()));
  const only = windows.find((window) => window.free > 0) ?? windows[0];
  const who = wordLimits(t, session.limits);
  return (
    <div className={css.box}>
      <h2>{t('rules.before.title')}</h2>
      <ul>
        {who ? <li>{t('rules.before.who', { limits: who })}</li> : null}
        {only ? (
          <li>
            {deadlines.size === 1
              ? t('rules.before.cancelUntil', { time: f.moment(only.cancelBy) })
              : t('rules.before.cancelUntilByTime', {
                  window: f.span(only.start, only.end),
                  time: f.moment(only.cancelBy),
                })}
          </li>
        ) : null}
        {session.cutoffAt && session.reopensAt ? (
          <li>{t('rules.before.rest', { from: f.moment(session.cutoffAt), to: f.moment(session.reopensAt) })}</li>
        ) : null}
        <li>{t('rules.before.close', { time: f.moment(session.closeAt) })}</li>
        {kept.map((one) => (
          <li key={one.pool}>{t(`rules.before.pool.${one.pool}`, { free: one.free, time: f.moment(one.opensAt) })}</li>
        ))}
      </ul>
      <details>
        <summary>{t('rules.before.more')}</summary>
        <ul>
          <li>{t('rules.before.caps', { day: terms.perDay, open: terms.openMax })}</li>
          <li>{t('rules.before.gaveBack', { days: terms.cancelDays, limit: terms.cancelsMax })}</li>
          <li>{t('rules.before.strikes', { days: terms.strikeDays, limit: terms.strikesMax, ban: terms.banDays })}</li>
        </ul>
      </details>
    </div>
  );
}
