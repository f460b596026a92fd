import Link from 'next/link';
import type { DrawLine } from '#server/draws/schema.ts';
import { getText, type Text } from '../../_text/server.ts';
import { StatusBadge, type Tone } from '../../_ui/callout.tsx';
import css from './draws.module.css';

export const phaseTones: Record<DrawLine['phase'], Tone> = {
  coming: 'info',
  open: 'good',
  drawing: 'wait',
  drawn: 'plain',
  void: 'stop',
};

export const drawPath = ({ facilityId, sessionId }: Pick<DrawLine, 'facilityId' | 'sessionId'>) =>
  `/draws/${facilityId}/${sessionId}`;

/** When it matters next: opens, closes, or was drawn. */
export function wordTime({ t, f }: Pick<Text, 't' | 'f'>, draw: Pick<DrawLine, 'phase' | 'opensAt' | 'closesAt'>) {
  if (draw.phase === 'coming') return t('draw.opensAt', { time: f.moment(draw.opensAt) });
  if (draw.phase === 'open') return t('draw.openUntil', { time: f.moment(draw.closesAt) });
  return t('draw.drawnAt', { time: f.moment(draw.closesAt) });
}

export const doctorOf = ({ t }: Pick<Text, 't'>, draw: DrawLine) =>
  [draw.practitionerName ?? t('find.anyDoctor'), draw.practitionerTitle].filter(Boolean).join(' ');

/** One draw in a list; the whole line leads to its public page. */
export async function DrawCard({ draw, children }: { draw: DrawLine; children?: React.ReactNode }) {
  const text = await getText();
  const { t, f } = text;
  return (
    <Link href={drawPath(draw)} className={css.card} prefetch={false}>
      <span className={css.top}>
        <strong>
          {draw.facilityName} {draw.departmentName}
        </strong>
        <StatusBadge tone={phaseTones[draw.phase]}>{t(`draw.phase.${draw.phase}`)}</StatusBadge>
      </span>
      <span>
        {doctorOf(text, draw)} · {f.day(draw.date)} {t(`find.halfDay.${draw.halfDay}`)}
      </span>
      <span className={css.fine}>
        {wordTime(text, draw)} · {t('draw.count', { requests: draw.requests, numbers: draw.numbers })}
      </span>
      {children}
    </Link>
  );
}
