'use client';

import { useState } from 'react';
import type { z } from 'zod';
import type { ReplayView, RuleContent, tryRuleOutput } from '#server/navigation/learn/schema.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { TextArea, TextField } from '../../_ui/field.tsx';
import { wordsOf } from '../../_ui/form-words.ts';
import { KeptForm } from '../../_ui/kept-form.tsx';
import css from './guide.module.css';
import { ReplayReport } from './replay-report.tsx';

type Tried = z.infer<typeof tryRuleOutput>;
/** `rule` gives the rule as it stands at the press; in a form that is what is typed, saved or not. */
type Props = { rule: () => { rule: RuleContent; ends: boolean } };

/** One sentence, or all stored cases, read by the rules in force and by this version. Nothing is kept. */
export function TryPanel({ rule }: Props) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [tried, setTried] = useState<Tried | null>(null);
  const [replayed, setReplayed] = useState<ReplayView | null>(null);
  const quiet = { refresh: false };

  async function send(data: FormData) {
    const words = wordsOf(data);
    const facts = words('try-age') === '' ? {} : { ageMonths: Number(words('try-age')) };
    const wish = { ...rule(), text: words('try-text'), facts };
    setTried(await run(() => trpc.navigation.learn.tryRule.mutate(wish), quiet));
    return false;
  }
  const all = async () => setReplayed(await run(() => trpc.navigation.learn.tryCases.mutate(rule()), quiet));
  return (
    <>
      <KeptForm send={send}>
        <TextArea
          label={t('learn.try.text')}
          hint={t('learn.try.lead')}
          name="try-text"
          rows={2}
          maxLength={500}
          autoComplete="off"
          required
        />
        <TextField short label={t('learn.try.age')} name="try-age" type="number" min={0} max={1500} />
        <div className={css.tools}>
          <Button type="submit" look="second" working={working}>
            {t('learn.try.go')}
          </Button>
          <Button look="second" working={working} onClick={all}>
            {t('learn.try.cases')}
          </Button>
        </div>
      </KeptForm>
      <FaultMessage trouble={trouble} />
      <div role="status">
        {tried ? (
          <div className={css.reading}>
            <ReadingText title={t('learn.try.before')} reading={tried.before} />
            <ReadingText title={t('learn.try.after')} reading={tried.after} />
          </div>
        ) : null}
        {replayed ? <ReplayReport view={replayed} lead={t('learn.try.casesLead')} /> : null}
      </div>
    </>
  );
}

function ReadingText({ title, reading }: { title: string; reading: Tried['before'] }) {
  const { t, locale } = useText();
  return (
    <div>
      <h3>{title}</h3>
      <p>{t(`learn.outcome.${reading.outcome}`)}</p>
      <ul>
        {reading.flags.map((flag) => (
          <li key={flag.ruleId}>
            {locale === 'en' ? flag.name.en : flag.name.zh}
            <span className={css.under}>{t('learn.try.matched', { terms: flag.matched.join('、') })}</span>
          </li>
        ))}
      </ul>
      <p className={css.under}>
        {reading.labels
          .map(({ label, share }) => t('learn.try.share', { label, percent: Math.round(share * 100) }))
          .join(' · ')}
      </p>
    </div>
  );
}
