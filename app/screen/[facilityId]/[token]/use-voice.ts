'use client';

import { useEffect, useRef, useState } from 'react';
import type { ScreenView } from '#server/queues/schema.ts';
import { useText } from '../../../_text/client-text.tsx';

/** Each call is one person, room and count: called again is said again. */
const callsOf = (view: ScreenView) =>
  view.lines.flatMap((line) =>
    line.called.map((one) => ({ ...one, key: `${line.sessionId} ${one.room} ${one.number} ${one.calls}` })),
  );

/** Speaks what is newly called, once somebody in the hall has switched it on: browsers ask for that press. */
export function useVoice(view: ScreenView): { on: boolean; toggle: () => void } {
  const { t, locale } = useText();
  const [on, setOn] = useState(false);
  const said = useRef(new Set(callsOf(view).map((one) => one.key)));
  useEffect(() => {
    for (const one of callsOf(view)) {
      if (said.current.has(one.key)) continue;
      said.current.add(one.key);
      if (!on || !('speechSynthesis' in window)) continue;
      // a masked name is spoken by its number alone
      const text = t('queue.wall.say', { number: one.number, name: '', room: one.room });
      const words = new SpeechSynthesisUtterance(text);
      words.lang = locale;
      window.speechSynthesis.speak(words);
    }
  }, [view, on, t, locale]);
  return { on, toggle: () => setOn((was) => !was) };
}
