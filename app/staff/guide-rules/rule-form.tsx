'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import type { RuleContent } from '#server/navigation/learn/schema.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { CheckField, TextArea } from '../../_ui/field.tsx';
import { Panel, Section } from '../../_ui/page-head.tsx';
import staffCss from '../staff.module.css';
import { ConditionRows } from './condition-rows.tsx';
import { readRule, rowsOf } from './rule-state.ts';
import { TryPanel } from './try-panel.tsx';
import { WordFields } from './word-fields.tsx';

type Props = { rule: RuleContent; fresh: boolean; ends: boolean; reason: string; labels: string[] };

/** A draft in writing; trying it reads what is typed, saved or not. */
export function RuleForm({ rule, fresh, ends, reason, labels }: Props) {
  const { t } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const [rows, setRows] = useState(() => rowsOf(rule));
  const form = useRef<HTMLFormElement>(null);

  const read = () => {
    const data = new FormData(form.current ?? undefined);
    return {
      rule: readRule(rule.kind, data, rows),
      ends: data.get('ends') === 'on',
      reason: String(data.get('why') ?? ''),
    };
  };
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wish = read();
    const saved = await run(() => trpc.navigation.learn.saveRule.mutate(wish), { refresh: false });
    if (saved) router.push(`/staff/guide-rules/${saved.ruleId}`);
  }
  return (
    <>
      <form ref={form} onSubmit={submit}>
        <Section title={t('learn.form.words')}>
          <Panel>
            <WordFields rule={rule} fresh={fresh} />
          </Panel>
        </Section>
        {rule.kind === 'setting' ? null : (
          <Section title={t('learn.form.when')}>
            <ConditionRows rows={rows} setRows={setRows} labels={rule.kind === 'advice' ? labels : null} />
          </Section>
        )}
        <Section>
          <Panel>
            <TextArea
              label={t('learn.form.why')}
              hint={t('learn.form.whyHint')}
              name="why"
              defaultValue={reason}
              minLength={4}
              maxLength={500}
              required
            />
            {fresh || rule.kind === 'setting' ? null : (
              <CheckField label={t('learn.form.endsLabel')} name="ends" defaultChecked={ends} />
            )}
            <FaultMessage trouble={trouble} />
            <div className={staffCss.actions}>
              <Button type="submit" working={working}>
                {t('learn.form.save')}
              </Button>
              <span className={staffCss.why}>{t('learn.form.saveHint')}</span>
            </div>
          </Panel>
        </Section>
      </form>
      <Section title={t('learn.try.title')}>
        <Panel>
          <TryPanel
            rule={() => {
              const { rule: typed, ends: ending } = read();
              return { rule: typed, ends: ending };
            }}
          />
        </Panel>
      </Section>
    </>
  );
}
