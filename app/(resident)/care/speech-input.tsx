'use client';

import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useText } from '../../_text/client-text.tsx';
import { Button } from '../../_ui/button.tsx';
import css from './care.module.css';
import { longestText } from './wish.ts';

type Heard = { results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>; resultIndex: number };
type Recognizer = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: Heard) => void) | null;
  onerror: (() => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
};
type Maker = new () => Recognizer;

function findMaker(): Maker | null {
  const all = window as unknown as { SpeechRecognition?: Maker; webkitSpeechRecognition?: Maker };
  return all.SpeechRecognition ?? all.webkitSpeechRecognition ?? null;
}
const never = () => () => {};

/** Speaking instead of typing, where the browser can; it says whose service listens. Absent elsewhere. */
export function SpeechInput({ box }: { box: RefObject<HTMLTextAreaElement | null> }) {
  const { t, locale } = useText();
  const present = useSyncExternalStore(
    never,
    () => findMaker() !== null,
    () => false,
  );
  const [state, setState] = useState<'idle' | 'on' | 'failed'>('idle');
  const ear = useRef<Recognizer | null>(null);
  useEffect(() => () => ear.current?.abort(), []);
  if (!present) return null;

  const listen = () => {
    const Maker = findMaker();
    if (!Maker) return;
    const hearing = new Maker();
    Object.assign(hearing, { lang: locale, continuous: true, interimResults: false });
    hearing.onresult = ({ results, resultIndex }) => {
      const field = box.current;
      const words = Array.from(results)
        .slice(resultIndex)
        .filter((part) => part.isFinal)
        .map((part) => part[0]?.transcript ?? '');
      if (field) field.value = `${field.value}${words.join('')}`.slice(0, longestText);
    };
    hearing.onerror = () => setState('failed');
    hearing.onend = () => setState((was) => (was === 'on' ? 'idle' : was));
    ear.current = hearing;
    hearing.start();
    setState('on');
  };
  return (
    <div className={css.speech}>
      <Button
        look="second"
        small
        aria-pressed={state === 'on'}
        onClick={state === 'on' ? () => ear.current?.stop() : listen}
      >
        {t(state === 'on' ? 'care.speakStop' : 'care.speak')}
      </Button>
      <p className={css.fine} role="status">
        {t(state === 'on' ? 'care.speaking' : state === 'failed' ? 'care.speakFailed' : 'care.speakNote')}
      </p>
    </div>
  );
}
