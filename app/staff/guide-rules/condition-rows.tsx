'use client';

import { useText } from '../../_text/client-text.tsx';
import { Button } from '../../_ui/button.tsx';
import { SelectField, TextField } from '../../_ui/field.tsx';
import css from './guide.module.css';
import { PatternFields } from './pattern-fields.tsx';
import { type EffectState, newEffect, newPattern, type Rows } from './rule-state.ts';

/** `labels` only where the rule moves departments. */
type Props = { rows: Rows; setRows: (next: Rows) => void; labels: string[] | null };

/** The situations in which a rule applies, and for an advice rule what it does. */
export function ConditionRows({ rows, setRows, labels }: Props) {
  const { t } = useText();
  const { patterns, effects } = rows;
  return (
    <>
      <p className={css.under}>{t('learn.field.any')}</p>
      {patterns.map((pattern, i) => (
        <PatternFields
          key={pattern.key}
          pattern={pattern}
          n={i + 1}
          only={patterns.length === 1}
          onChange={(next) =>
            setRows({ ...rows, patterns: patterns.flatMap((each) => (each.key === pattern.key ? (next ?? []) : each)) })
          }
        />
      ))}
      <Button
        look="second"
        disabled={patterns.length >= 20}
        onClick={() => setRows({ ...rows, patterns: [...patterns, newPattern()] })}
      >
        {t('learn.form.addPattern')}
      </Button>
      {labels ? (
        <EffectRows effects={effects} labels={labels} onChange={(next) => setRows({ ...rows, effects: next })} />
      ) : null}
    </>
  );
}

type EffectProps = { effects: EffectState[]; labels: string[]; onChange: (next: EffectState[]) => void };

function EffectRows({ effects, labels, onChange }: EffectProps) {
  const { t } = useText();
  const set = (key: number, part: Partial<EffectState>) =>
    onChange(effects.map((each) => (each.key === key ? { ...each, ...part } : each)));
  return (
    <fieldset className={css.pattern}>
      <legend>{t('learn.field.effects')}</legend>
      {effects.map((effect, i) => (
        <div key={effect.key} className={css.effect}>
          <SelectField
            label={t('learn.field.label')}
            name={`e${effect.key}-label`}
            value={effect.label}
            choices={labels.map((label) => ({ value: label, label }))}
            onChange={(event) => set(effect.key, { label: event.target.value })}
          />
          <TextField
            label={t('learn.field.weight')}
            hint={t('learn.field.weightHint')}
            name={`e${effect.key}-weight`}
            type="number"
            min={-8}
            max={8}
            step="0.1"
            value={effect.weight}
            required
            onChange={(event) => set(effect.key, { weight: event.target.value })}
          />
          {effects.length > 1 ? (
            <Button look="quiet" small onClick={() => onChange(effects.filter((each) => each.key !== effect.key))}>
              {t('learn.form.removeEffect', { n: i + 1 })}
            </Button>
          ) : null}
        </div>
      ))}
      <Button
        look="second"
        small
        disabled={effects.length >= 6}
        onClick={() => onChange([...effects, newEffect({ label: labels[0] ?? '', weight: 1 })])}
      >
        {t('learn.form.addEffect')}
      </Button>
    </fieldset>
  );
}
