'use client';

import { useRef } from 'react';
import { type FindingRule, findingRuleNames, type Severity, severities } from '#server/reviews/schema/words.ts';
import { placeWord } from '../../../../../../_review/words.ts';
import { useText } from '../../../../../../_text/client-text.tsx';
import { trpc } from '../../../../../../_trpc/client.ts';
import { useAction } from '../../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../../../_ui/fault-message.tsx';
import { SelectField, TextArea } from '../../../../../../_ui/field.tsx';
import css from '../../../../../../_ui/layout.module.css';
import { Row, Stack } from '../../../../../../_ui/page-head.tsx';

type Props = { facilityId: string; itemId: string; lines: { type: string; title: string }[] };

/** What no check sees, written down by an official; folded until asked for. */
export function AddFinding({ facilityId, itemId, lines }: Props) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const folded = useRef<HTMLDetailsElement>(null);
  const send = async (data: FormData) => {
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const wish = {
      ...{ facilityId, id: itemId, comment: text('comment'), line: text('line') ? Number(text('line')) : null },
      ...{ rule: text('rule') as FindingRule, severity: text('severity') as Severity },
    };
    if ((await run(() => trpc.reviews.addFinding.mutate(wish))) && folded.current) folded.current.open = false;
  };
  return (
    <details className={css.folded} ref={folded}>
      <summary>{t('review.finding.add')}</summary>
      <form action={(data) => void send(data)}>
        <Stack>
          <SelectField
            label={t('review.finding.addRule')}
            name="rule"
            defaultValue="other"
            choices={findingRuleNames.map((value) => ({ value, label: t(`review.rule.${value}`) }))}
          />
          <SelectField
            label={t('review.finding.addLine')}
            name="line"
            choices={[
              { value: '', label: t('review.finding.whole') },
              ...lines.map((line, i) => ({ value: String(i), label: placeWord(t, line) })),
            ]}
          />
          <SelectField
            label={t('review.finding.addSeverity')}
            name="severity"
            defaultValue="major"
            choices={severities.map((value) => ({ value, label: t(`review.severity.${value}`) }))}
          />
          <TextArea
            label={t('review.finding.addComment')}
            hint={t('review.finding.addHint')}
            name="comment"
            minLength={4}
            maxLength={500}
            required
          />
          <FaultMessage trouble={trouble} />
          <Row>
            <Button type="submit" working={working}>
              {t('review.finding.send')}
            </Button>
          </Row>
        </Stack>
      </form>
    </details>
  );
}
