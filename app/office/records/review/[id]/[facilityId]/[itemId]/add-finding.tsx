'use client';

import { useRef } from 'react';
import { type FindingRule, findingRuleNames, type Severity, severities } from '#server/reviews/schema/words.ts';
import { placeWord } from '../../../../../../_review/words.ts';
import { useText } from '../../../../../../_text/client-text.tsx';
import { trpc } from '../../../../../../_trpc/client.ts';
import { SelectField, TextArea } from '../../../../../../_ui/field.tsx';
import type { Words } from '../../../../../../_ui/form-words.ts';
import css from '../../../../../../_ui/layout.module.css';
import { SendForm } from '../../../../../../_ui/send-form.tsx';

type Props = { facilityId: string; itemId: string; lines: { type: string; title: string }[] };

/** What no check sees, written down by an official; folded until asked for. */
export function AddFinding({ facilityId, itemId, lines }: Props) {
  const { t } = useText();
  const folded = useRef<HTMLDetailsElement>(null);
  const add = (words: Words) =>
    trpc.reviews.addFinding.mutate({
      ...{ facilityId, id: itemId, comment: words('comment'), line: words('line') ? Number(words('line')) : null },
      ...{ rule: words('rule') as FindingRule, severity: words('severity') as Severity },
    });
  const fold = () => {
    if (folded.current) folded.current.open = false;
  };
  return (
    <details className={css.folded} ref={folded}>
      <summary>{t('review.finding.add')}</summary>
      <SendForm stacked send={t('review.finding.send')} act={add} onDone={fold}>
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
      </SendForm>
    </details>
  );
}
