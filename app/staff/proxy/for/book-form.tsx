'use client';

import { useRef, useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { RadioGroup } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import { SendForm } from '../../../_ui/send-form.tsx';
import css from '../../staff.module.css';

type Window = { start: Date; end: Date; free: number; cancelBy: Date };
type Props = { ask: string; facilityId: string; sessionId: string; windows: Window[] };

/** Books the chosen window and goes on to the slip. A repeated send makes one booking. */
export function BookForm({ ask, facilityId, sessionId, windows }: Props) {
  const { t, f } = useText();
  const first = windows.find((w) => w.free > 0)?.start.toISOString() ?? '';
  const [chosen, setChosen] = useState(first);
  const key = useRef<{ window: string; key: string } | null>(null);
  const cancelBy = windows.find((w) => w.start.toISOString() === chosen)?.cancelBy;

  const book = (words: Words) => {
    const window = words('window');
    // the same window keeps its key over retries; another one is another request
    if (key.current?.window !== window) key.current = { window, key: crypto.randomUUID() };
    return trpc.proxy.book.mutate({
      ...{ ask, facilityId, sessionId, windowStart: new Date(window), key: key.current.key },
    });
  };
  return (
    <SendForm
      blocked={chosen ? null : t('book.windowFull')}
      send={t('proxy.book')}
      act={book}
      to={(made) => `/staff/proxy/slip/${made.appointmentId}?new=1`}
    >
      <RadioGroup
        {...{ name: 'window', legend: t('book.window'), columns: true, required: true }}
        value={first}
        onChoose={setChosen}
        choices={windows.map((w) => ({
          value: w.start.toISOString(),
          label: <span className="digits">{f.span(w.start, w.end)}</span>,
          hint: w.free > 0 ? t('book.windowFree', { count: w.free }) : t('book.windowFull'),
          disabled: w.free === 0,
        }))}
      />
      {cancelBy ? <p className={css.lead}>{terms(cancelBy)}</p> : null}
    </SendForm>
  );

  function terms(until: Date): string {
    const words = until > new Date() ? t('book.cancelUntil', { time: f.moment(until) }) : t('book.cancelNever');
    return `${t('proxy.readOut')}${words}`;
  }
}
