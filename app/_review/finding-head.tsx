import type { FindingView } from '#server/reviews/schema.ts';
import { getText } from '../_text/server.ts';
import { StatusBadge } from '../_ui/callout.tsx';
import { Row } from '../_ui/page-head.tsx';
import { detailWord, placeWord, severityTones, stateTones } from './words.ts';

type Props = {
  one: Omit<FindingView, 'steps' | 'moves'>;
  line: { type: string; title: string } | null;
  /** The day is over and nobody has answered. */
  overdue: boolean;
};

/** What is wrong, where, how badly, and where that stands; the same for who found it and who mends it. */
export async function FindingHead({ one, line, overdue }: Props) {
  const { t, f } = await getText();
  const said = [detailWord(t, one.rule, one.detail), one.comment].filter(Boolean).join(' · ');
  return (
    <>
      <Row>
        <strong>{t(`review.rule.${one.rule}`)}</strong>
        <StatusBadge tone={severityTones[one.severity]}>{t(`review.severity.${one.severity}`)}</StatusBadge>
        <StatusBadge tone={stateTones[one.state]}>{t(`review.state.${one.state}`)}</StatusBadge>
        {overdue ? <StatusBadge tone="stop">{t('review.finding.overdue')}</StatusBadge> : null}
      </Row>
      <p>{[placeWord(t, line), said].filter(Boolean).join(' — ')}</p>
      {one.dueAt ? <p>{t('review.finding.due', { time: f.stamp(one.dueAt) })}</p> : null}
      {one.escalatedAt ? <p>{t('review.finding.escalated')}</p> : null}
      {one.mended ? (
        <p>
          <StatusBadge tone={one.mended === 'yes' ? 'good' : 'wait'}>
            {t(`review.finding.mended.${one.mended}`)}
          </StatusBadge>
        </p>
      ) : null}
    </>
  );
}
