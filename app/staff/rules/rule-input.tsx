import type { ReactNode } from 'react';
import { useText } from '../../_text/client-text.tsx';
import { SelectField, TextField } from '../../_ui/field.tsx';
import { ruleValue } from './rule-fields.ts';

type Bound = { min: string | number; max: string | number };
type Props = { name: string; label: ReactNode; hint?: string; value: string | number; bound?: Bound };

const cutoffs = Array.from({ length: 24 }, (_, i) => `${12 + Math.floor(i / 2)}:${i % 2 ? '30' : '00'}`);

/** The values that a select offers for a rule that is no plain number or time; null for the others. */
function choicesOf(value: string | number, name: string): string[] | null {
  if (value === 'facility' || value === 'province') return ['facility', 'province'];
  return name.startsWith('nextDayCutoff') ? [...cutoffs, '24:00'] : null;
}

/** One rule in a form: a number, a time, or a choice between words. */
export function RuleInput({ name, label, hint, value, bound }: Props) {
  const { t } = useText();
  const choices = choicesOf(value, name)?.filter((one) => !bound || (one >= bound.min && one <= bound.max));
  if (choices) {
    return (
      <SelectField
        label={label}
        hint={hint}
        name={name}
        defaultValue={String(value)}
        choices={choices.map((one) => ({ value: one, label: ruleValue(t, one) }))}
      />
    );
  }
  return (
    <TextField
      label={label}
      hint={hint}
      name={name}
      type={typeof value === 'number' ? 'number' : 'time'}
      min={bound?.min}
      max={bound?.max}
      defaultValue={value}
      required
    />
  );
}

/** What a form says of a rule, of the kind the rule has. */
export const readRule = (data: FormData, name: string, like: string | number): string | number => {
  const text = String(data.get(name) ?? '');
  return typeof like === 'number' ? Number(text) : text;
};
