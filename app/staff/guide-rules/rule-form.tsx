'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { RuleContent } from '#server/navigation/learn/schema.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { KeptForm } from '../../_ui/kept-form.tsx';
import { Panel, Section } from '../../_ui/page-head.tsx';
import { ConditionRows } from './condition-rows.tsx';
import { readRule, rowsOf } from './rule-state.ts';
import { SaveFields } from './save-fields.tsx';
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
  async function send() {
    const wish = read();
    const saved = await run(() => trpc.navigation.learn.saveRule.mutate(wish), { refresh: false });
    if (saved) router.push(`/staff/guide-rules/${saved.ruleId}`);
    return false;
  }
  return (
    <>
      <KeptForm ref={form} send={send}>
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
            <SaveFields mayEnd={!fresh && rule.kind !== 'setting'} {...{ reason, ends, working, trouble }} />
          </Panel>
        </Section>
      </KeptForm>
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
