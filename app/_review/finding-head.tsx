import type { FindingView } from '#server/reviews/schema.ts';
import type { Messages } from '../_text/messages.ts';
import { getText } from '../_text/server.ts';
import { StatusBadge } from '../_ui/callout.tsx';
import { Row } from '../_ui/page-head.tsx';
import { detailWord, lastDay, placeWord, severityTones, stateTones } from './words.ts';

type Move = keyof Messages['review']['move'];
type Props = {
  one: Omit<FindingView, 'moves'>;
  line: { type: string; title: string } | null;
  /** The day is over and nobody has answered. */
  overdue: boolean;
};

/** What is wrong, where, how badly, and where that stands; the same for who found it and who mends it. */
export async function FindingHead({ one, line, overdue }: Props) {
  const { t, f } = await getText();
  const said = [detailWord(t, one.rule, one.detail, line?.title), one.comment].filter(Boolean).join(' · ');
  const due = [
    one.dueAt ? t('review.finding.due', { time: lastDay(f, one.dueAt) }) : '',
    one.escalatedAt ? t('review.finding.escalated') : '',
  ].filter(Boolean);
  const word = one.steps.findLast((step) => step.comment && step.move !== 'add');
  return (
    <>
      <Row>
        <strong>{t(`review.rule.${one.rule}`)}</strong>
        <StatusBadge tone={severityTones[one.severity]}>{t(`review.severity.${one.severity}`)}</StatusBadge>
        <StatusBadge tone={stateTones[one.state]}>{t(`review.state.${one.state}`)}</StatusBadge>
        {overdue ? <StatusBadge tone="stop">{t('review.finding.overdue')}</StatusBadge> : null}
      </Row>
      <p>{[placeWord(t, line), said].filter(Boolean).join(' — ')}</p>
      {due.length > 0 ? <p>{due.join(' · ')}</p> : null}
      {word ? (
        <p>{t('review.finding.word', { move: t(`review.move.${word.move as Move}`), words: word.comment })}</p>
      ) : null}
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
