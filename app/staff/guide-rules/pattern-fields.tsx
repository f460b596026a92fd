'use client';

import { useText } from '../../_text/client-text.tsx';
import { Button } from '../../_ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../_ui/field.tsx';
import staffCss from '../staff.module.css';
import css from './guide.module.css';
import { newGroup, type PatternState } from './rule-state.ts';

type Props = { pattern: PatternState; n: number; only: boolean; onChange: (next: PatternState | null) => void };

/** One situation: groups of terms of which each must occur, terms that must not, and what fits the person. */
export function PatternFields({ pattern, n, only, onChange }: Props) {
  const { t } = useText();
  const set = (part: Partial<PatternState>) => onChange({ ...pattern, ...part });
  const name = (field: string) => `p${pattern.key}-${field}`;
  return (
    <fieldset className={css.pattern}>
      <legend>{t('learn.field.pattern', { n })}</legend>
      {pattern.groups.map((group, i) => (
        <div key={group.key}>
          <TextArea
            label={t('learn.field.groupLabel', { g: i + 1 })}
            hint={i === 0 ? t('learn.field.groupHint') : undefined}
            name={name(`g${group.key}`)}
            value={group.terms}
            rows={3}
            required
            onChange={(event) => {
              const terms = event.target.value;
              set({ groups: pattern.groups.map((each) => (each.key === group.key ? { ...each, terms } : each)) });
            }}
          />
          {pattern.groups.length > 1 ? (
            <div className={css.rowTools}>
              <Button
                look="quiet"
                small
                onClick={() => set({ groups: pattern.groups.filter((each) => each.key !== group.key) })}
              >
                {t('learn.form.removeGroup', { n, g: i + 1 })}
              </Button>
            </div>
          ) : null}
        </div>
      ))}
      <TextArea
        label={t('learn.field.noneLabel')}
        name={name('none')}
        value={pattern.none}
        rows={2}
        onChange={(event) => set({ none: event.target.value })}
      />
      <PersonFields pattern={pattern} name={name} set={set} />
      <div className={css.rowTools}>
        <Button
          look="second"
          small
          disabled={pattern.groups.length >= 5}
          onClick={() => set({ groups: [...pattern.groups, newGroup()] })}
        >
          {t('learn.form.addGroup')}
        </Button>
        <Button look="quiet" small disabled={only} onClick={() => onChange(null)}>
          {t('learn.form.removePattern', { n })}
        </Button>
      </div>
    </fieldset>
  );
}

type PersonProps = {
  pattern: PatternState;
  name: (field: string) => string;
  set: (part: Partial<PatternState>) => void;
};

function PersonFields({ pattern, name, set }: PersonProps) {
  const { t } = useText();
  const number = (field: 'from' | 'below' | 'maxDays', label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      name={name(field)}
      type="number"
      min={0}
      max={36500}
      value={pattern[field]}
      onChange={(event) => set({ [field]: event.target.value })}
    />
  );
  return (
    <div className={staffCss.fields}>
      {number('from', t('learn.field.from'), t('learn.field.ageHint'))}
      {number('below', t('learn.field.below'), t('learn.field.ageHint'))}
      <SelectField
        label={t('learn.field.sex')}
        name={name('sex')}
        value={pattern.sex}
        onChange={(event) => set({ sex: event.target.value as PatternState['sex'] })}
        choices={[
          { value: '', label: t('learn.field.anySex') },
          { value: 'male', label: t('learn.field.male') },
          { value: 'female', label: t('learn.field.female') },
        ]}
      />
      <SelectField
        label={t('learn.field.pregnant')}
        name={name('pregnant')}
        value={pattern.pregnant}
        onChange={(event) => set({ pregnant: event.target.value as PatternState['pregnant'] })}
        choices={[
          { value: '', label: t('learn.field.anyPregnant') },
          { value: 'yes', label: t('learn.field.pregnantYes') },
          { value: 'no', label: t('learn.field.pregnantNo') },
        ]}
      />
      {number('maxDays', t('learn.field.maxDays'))}
    </div>
  );
}
