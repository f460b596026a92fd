'use client';

import type { z } from 'zod';
import type { choiceView } from '#server/consents/schema.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { StatusBadge } from '../../../_ui/callout.tsx';
import { ConfirmButton } from '../../../_ui/confirm-button.tsx';
import css from '../records.module.css';

type Props = { residentId: string; choice: z.infer<typeof choiceView> };

/** What holds now, and the two presses that turn it round. */
export function ChoiceSwitch({ residentId, choice }: Props) {
  const { t, f } = useText();
  const { purpose, topic, given, textVersion } = choice;
  const [purposeWord, topicWord] = [t(`privacy.choice.purpose.${purpose}`), t(`privacy.choice.topic.${topic}`)];
  return (
    <div className={css.switch}>
      <span aria-live="polite">
        <strong>{topicWord}</strong>{' '}
        <StatusBadge tone={given ? 'good' : 'plain'}>
          {t(given ? 'privacy.choice.on' : 'privacy.choice.off')}
        </StatusBadge>
        <br />
        <small>
          {choice.fixed
            ? t('privacy.choice.fixed')
            : choice.decidedAt
              ? t('privacy.choice.since', { time: f.stamp(choice.decidedAt) })
              : t('privacy.choice.byDefault')}
        </small>
      </span>
      {choice.fixed && !given ? null : (
        <ConfirmButton
          label={t(given ? 'privacy.choice.close' : 'privacy.choice.open')}
          about={`${purposeWord} · ${topicWord}`}
          title={t(given ? 'privacy.choice.closeTitle' : 'privacy.choice.openTitle', { what: topicWord })}
          yes={t('privacy.look.yes')}
          act={() => trpc.consents.set.mutate({ residentId, purpose, topic, given: !given, textVersion })}
        >
          <p>{t(given ? 'privacy.choice.closeText' : 'privacy.choice.openText', { who: purposeWord })}</p>
        </ConfirmButton>
      )}
    </div>
  );
}
