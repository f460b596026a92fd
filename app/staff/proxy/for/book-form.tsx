'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { RadioGroup } from '../../../_ui/field.tsx';
import css from '../../staff.module.css';

type Window = { start: Date; end: Date; free: number; cancelBy: Date };
type Props = { ask: string; facilityId: string; sessionId: string; windows: Window[] };

/** Books the chosen window and goes on to the slip. A repeated send makes one booking. */
export function BookForm({ ask, facilityId, sessionId, windows }: Props) {
  const { t, f } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const first = windows.find((w) => w.free > 0)?.start.toISOString() ?? '';
  const [chosen, setChosen] = useState(first);
  const key = useRef<{ window: string; key: string } | null>(null);
  const cancelBy = windows.find((w) => w.start.toISOString() === chosen)?.cancelBy;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // the same window keeps its key over retries; another one is another request
    if (key.current?.window !== chosen) key.current = { window: chosen, key: crypto.randomUUID() };
    const wish = { ask, facilityId, sessionId, windowStart: new Date(chosen), key: key.current.key };
    const made = await run(() => trpc.proxy.book.mutate(wish), { refresh: false });
    if (made) router.push(`/staff/proxy/slip/${made.appointmentId}?new=1`);
  }
  return (
    <form onSubmit={submit}>
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
      <FaultMessage trouble={trouble} />
      <div className={css.actions}>
        <Button type="submit" working={working} disabled={!chosen}>
          {t('proxy.book')}
        </Button>
      </div>
    </form>
  );

  function terms(until: Date): string {
    const words = until > new Date() ? t('book.cancelUntil', { time: f.moment(until) }) : t('book.cancelNever');
    return `${t('proxy.readOut')}${words}`;
  }
}
