'use client';

import { useRef, useState } from 'react';
import { useText } from '../../_text/client-text.tsx';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { TextArea } from '../../_ui/field.tsx';
import type { AskState } from './ask-action.ts';
import { BodyMap } from './body/body-map.tsx';
import css from './care.module.css';
import { FactsFields } from './facts-fields.tsx';
import { SpeechInput } from './speech-input.tsx';
import { factsOf, longestText, type Patient, personOf } from './wish.ts';

type Props = {
  state: AskState;
  act: (form: FormData) => void;
  working: boolean;
  patients: Patient[];
  region: string;
};

/** The person first, then what is wrong: typed, spoken or pointed at. */
export function CareForm({ state, act, working, patients, region }: Props) {
  const { t } = useText();
  const [wish, setWish] = useState(state.wish);
  const box = useRef<HTMLTextAreaElement>(null);
  const send = (
    <Button type="submit" working={working} wide>
      {working ? t('kit.working') : t('care.submit')}
    </Button>
  );
  return (
    <form action={act} className={css.form} noValidate>
      <FaultMessage trouble={state.trouble} />
      {region ? <input type="hidden" name="region" value={region} /> : null}
      {/* Enter presses a form's first button, which must not be one of the body map */}
      <button type="submit" className={css.first} tabIndex={-1} aria-hidden="true" />
      <FactsFields {...{ wish, patients, problem: state.problem, onChange: (part) => setWish({ ...wish, ...part }) }} />
      <div className={css.words}>
        <TextArea
          {...{ name: 'text', label: t('care.text'), hint: t('care.textHint'), ref: box, rows: 3 }}
          {...{ maxLength: longestText, defaultValue: wish.text, autoComplete: 'off' }}
          error={state.problem === 'nothing-said' ? t('care.nothingSaid') : undefined}
        />
        <SpeechInput box={box} />
      </div>
      <div className={css.send}>
        {send}
        <p className={css.fine}>{t('care.privacy')}</p>
      </div>
      <BodyMap
        {...{ person: personOf(factsOf(wish, patients)), open: wish.area, picked: wish.says, send }}
        onOpen={(area) => setWish({ ...wish, area })}
        onPick={(id, on) =>
          setWish({ ...wish, says: on ? [...wish.says, id] : wish.says.filter((other) => other !== id) })
        }
      />
    </form>
  );
}
