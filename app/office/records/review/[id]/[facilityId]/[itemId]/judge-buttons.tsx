'use client';

import type { Move } from '#server/reviews/schema/words.ts';
import { useText } from '../../../../../../_text/client-text.tsx';
import { trpc } from '../../../../../../_trpc/client.ts';
import { useAction } from '../../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../../../_ui/fault-message.tsx';
import { Row } from '../../../../../../_ui/page-head.tsx';
import { ReasonForm } from '../../../../../../_ui/reason-form.tsx';

/** What an official says at once, and what only with a reason. */
const atOnce = ['confirm', 'accept'] as const;
const withWords = ['dismiss', 'return-again', 'withdraw'] as const;
const words = {
  dismiss: ['review.finding.dismiss', 'review.finding.dismissHint'],
  'return-again': ['review.finding.again', 'review.finding.againHint'],
  withdraw: ['review.finding.withdraw', 'review.finding.withdrawHint'],
} as const;

/** The steps that lead on from where a finding stands. */
export function JudgeButtons({ facilityId, id, moves }: { facilityId: string; id: string; moves: Move[] }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const pressed = atOnce.filter((move) => moves.includes(move));
  const judge = (move: (typeof atOnce)[number] | (typeof withWords)[number], comment = '') =>
    trpc.reviews.judge.mutate({ facilityId, id, move, comment });
  return (
    <>
      {pressed.length > 0 ? (
        <Row>
          {pressed.map((move) => (
            <Button key={move} look="second" small working={working} onClick={() => void run(() => judge(move))}>
              {t(`review.finding.${move}`)}
            </Button>
          ))}
        </Row>
      ) : null}
      <FaultMessage trouble={trouble} />
      {withWords
        .filter((move) => moves.includes(move))
        .map((move) => (
          <ReasonForm
            key={move}
            name={`${move}-${id}`}
            summary={t(words[move][0])}
            label={t('review.finding.words')}
            hint={t(words[move][1])}
            send={t('review.finding.send')}
            minLength={4}
            act={(comment) => judge(move, comment)}
          />
        ))}
    </>
  );
}
