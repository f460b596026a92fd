'use client';

import { useText } from '../../_text/client-text.tsx';
import css from './care.module.css';
import { mayBePregnant, type Patient, type Since, sinces, type Wish } from './wish.ts';
import { wordAge } from './word-facts.ts';

type Props = {
  wish: Wish;
  patients: Patient[];
  problem: 'nothing-said' | 'age' | null;
  onChange: (part: Partial<Wish>) => void;
};

/**
 * Who it is for and since when (E4). What is needed only of some is shown by the style sheet from what is
 * chosen above it, so that it also works without script.
 */
export function FactsFields({ wish, patients, problem, onChange }: Props) {
  const { t } = useText();
  return (
    <div className={css.facts} data-known={patients.length > 0 ? '' : undefined}>
      {patients.length > 0 ? (
        <fieldset>
          <legend>{t('care.who')}</legend>
          <div className={css.chips}>
            {patients.map((person) => (
              <Chip
                key={person.id}
                {...{ name: 'who', value: person.id, chosen: wish.who === person.id }}
                pregnable={mayBePregnant(person.sex, person.ageMonths)}
                onChoose={() => onChange({ who: person.id })}
              >
                <span>{person.name}</span>
                <span className={css.chipSub}>
                  {t('care.people', {
                    relation: t(`me.relations.${person.relation as 'self'}`),
                    age: wordAge(t, person.ageMonths),
                  })}
                </span>
              </Chip>
            ))}
            <Chip
              {...{ name: 'who', value: 'other', chosen: wish.who === 'other' }}
              onChoose={() => onChange({ who: 'other' })}
            >
              {t('care.someone')}
            </Chip>
          </div>
        </fieldset>
      ) : (
        <input type="hidden" name="who" value="other" />
      )}
      <Other {...{ wish, problem, onChange }} />
      <label className={css.pregnant}>
        <input type="checkbox" name="pregnant" defaultChecked={wish.pregnant} />
        {t('care.pregnant')}
      </label>
      <fieldset>
        <legend>
          {t('care.since')} <span className={css.optional}>{t('kit.optional')}</span>
        </legend>
        <div className={css.chips}>
          {(Object.keys(sinces) as Since[]).map((since) => (
            <Chip key={since} {...{ name: 'since', value: since, chosen: wish.since === since }}>
              {t(`care.sinces.${since}`)}
            </Chip>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

/** Age and sex of somebody whom the account does not know. */
function Other({ wish, problem, onChange }: Pick<Props, 'wish' | 'problem' | 'onChange'>) {
  const { t } = useText();
  return (
    <div className={css.other}>
      <div className={css.age}>
        <label htmlFor="age">{t('care.age')}</label>
        {problem === 'age' ? (
          <p id="age-error" className={css.error}>
            {t('care.ageWrong')}
          </p>
        ) : null}
        <div className={css.ageRow}>
          <input
            {...{ id: 'age', name: 'age', inputMode: 'numeric', maxLength: 3, autoComplete: 'off' }}
            defaultValue={wish.age}
            aria-invalid={problem === 'age' || undefined}
            aria-describedby={problem === 'age' ? 'age-error' : undefined}
            onChange={(event) => onChange({ age: event.target.value.trim() })}
          />
          <select
            name="ageUnit"
            aria-label={t('care.ageUnit')}
            defaultValue={wish.ageUnit}
            onChange={(event) => onChange({ ageUnit: event.target.value as Wish['ageUnit'] })}
          >
            <option value="years">{t('care.unitYears')}</option>
            <option value="months">{t('care.unitMonths')}</option>
          </select>
        </div>
      </div>
      <fieldset>
        <legend>{t('care.sex')}</legend>
        <div className={css.chips}>
          {(['female', 'male'] as const).map((sex) => (
            <Chip
              key={sex}
              {...{ name: 'sex', value: sex, chosen: wish.sex === sex, onChoose: () => onChange({ sex }) }}
            >
              {t(`care.${sex}`)}
            </Chip>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

function Chip(props: {
  name: string;
  value: string;
  chosen: boolean;
  pregnable?: boolean;
  onChoose?: () => void;
  children: React.ReactNode;
}) {
  return (
    <label className={css.chip}>
      <input
        {...{ type: 'radio', name: props.name, value: props.value, defaultChecked: props.chosen }}
        data-pregnable={props.pregnable ? '' : undefined}
        onChange={props.onChoose}
      />
      <span className={css.chipText}>{props.children}</span>
    </label>
  );
}
