'use client';

import { useActionState, useEffect, useState } from 'react';
import type { AdviceAnswer, Answer, Story } from '#server/navigation/schema/ask.ts';
import { AdviceResult } from './advice-result.tsx';
import { type AskState, ask } from './ask-action.ts';
import { CareForm } from './care-form.tsx';
import { CrisisResult } from './crisis-result.tsx';
import { DangerSigns } from './danger-signs.tsx';
import { EmergencyResult } from './emergency-result.tsx';
import { FeverResult } from './fever-result.tsx';
import { findKept, forget, type Kept, keep } from './kept.ts';
import { emptyWish, type Patient, type Wish } from './wish.ts';

export type City = { code: string; name: string };
type Props = { patients: Patient[]; cities: City[]; region: string; head: React.ReactNode };
/** What every result needs to ask again. */
export type ResultProps<A = Answer> = {
  answer: A;
  wish: Wish;
  story: Story;
  act: (form: FormData) => void;
  working: boolean;
  patients: Patient[];
  cities: City[];
};

const mark = '#advice';

/** The form, then what came of it in its place; the address never changes by what was told. */
export function CareFlow({ patients, cities, region, head }: Props) {
  const first = emptyWish(patients[0]?.id ?? 'other');
  const start: AskState = { turn: 0, wish: first, story: null, answer: null, problem: null, trouble: null };
  const [state, act, working] = useActionState(ask, start);
  const [kept, setKept] = useState<Kept | null>(null);
  const [backAtForm, setBackAtForm] = useState(false);

  // coming back from the hospitals shows the advice again, from this tab's memory
  useEffect(() => {
    if (location.hash === mark) setKept(findKept(Date.now()));
    const moved = () => setBackAtForm(location.hash !== mark);
    addEventListener('popstate', moved);
    return () => removeEventListener('popstate', moved);
  }, []);
  useEffect(() => {
    if (state.turn === 0) return;
    setKept(null);
    setBackAtForm(false);
    if (state.answer?.kind === 'advice' && state.story) {
      keep({ wish: state.wish, story: state.story, answer: state.answer }, Date.now());
    } else if (state.answer) forget();
    if (state.answer && location.hash !== mark) history.pushState(null, '', mark);
    if (!state.answer && location.hash === mark) history.replaceState(null, '', location.pathname + location.search);
  }, [state]);

  const now = kept ?? state;
  if (!now.answer || !now.story || backAtForm) {
    return (
      <>
        {head}
        <CareForm key={state.turn} {...{ state, act, working, patients, region }} />
      </>
    );
  }
  const common = { wish: now.wish, story: now.story, act, working, patients, cities };
  return <Result key={state.turn} answer={now.answer} {...common} />;
}

function Result({ answer, ...rest }: ResultProps) {
  // what replaces the form begins at its heading, for eyes and for screen readers
  useEffect(() => {
    scrollTo(0, 0);
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, []);
  if (answer.kind === 'emergency') return <EmergencyResult answer={answer} {...rest} />;
  if (answer.kind === 'crisis') return <CrisisResult answer={answer} {...rest} />;
  if (answer.kind === 'signs') return <DangerSigns answer={answer} {...rest} />;
  if (answer.kind === 'fever') return <FeverResult answer={answer} {...rest} />;
  return <AdviceResult answer={answer as AdviceAnswer} {...rest} />;
}
