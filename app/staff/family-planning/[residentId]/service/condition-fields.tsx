'use client';

import type { Condition, ConditionGroup } from '#server/family-planning/eligibility/conditions.ts';
import { useText } from '../../../../_text/client-text.tsx';
import { CheckField } from '../../../../_ui/field.tsx';
import css from '../../../staff.module.css';

type Props = {
  groups: { group: ConditionGroup; conditions: readonly Condition[] }[];
  ticked: string[];
  onTick: (ticked: string[]) => void;
};

/** What may stand against a method, folded by part of the body; each fold says how much of it is ticked. */
export function ConditionFields({ groups, ticked, onTick }: Props) {
  const { t } = useText();
  const turn = (condition: string, on: boolean) =>
    onTick(on ? [...ticked, condition] : ticked.filter((one) => one !== condition));
  return (
    <fieldset className={css.lead}>
      <legend className={css.strong}>{t('planning.service.conditions')}</legend>
      {groups.map(({ group, conditions }) => {
        const count = conditions.filter((one) => ticked.includes(one)).length;
        const name = t(`eligibility.group.${group}`);
        return (
          <details key={group} className={css.details}>
            <summary>{count > 0 ? t('planning.service.conditionsOf', { group: name, count }) : name}</summary>
            <div className={`${css.fields} ${css.fields3}`}>
              {conditions.map((condition) => (
                <CheckField
                  key={condition}
                  name={condition}
                  label={t(`eligibility.conditions.${condition}`)}
                  checked={ticked.includes(condition)}
                  onChange={(event) => turn(condition, event.currentTarget.checked)}
                />
              ))}
            </div>
          </details>
        );
      })}
    </fieldset>
  );
}
