'use client';

import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { ScreenView, screenLine } from '#server/queues/schema.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { Button } from '../../../_ui/button.tsx';
import { useVoice } from './use-voice.ts';
import css from './wall.module.css';

type Line = z.infer<typeof screenLine>;
type Called = Line['called'][number];
type Props = { facilityId: string; token: string; first: ScreenView };
const everyMs = 4000;

/** Asks again every few seconds; without a network the last answer stays, with its time. */
export function Wall({ facilityId, token, first }: Props) {
  const { t, f } = useText();
  const [view, setView] = useState(first);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    let over = false;
    const timer = setInterval(async () => {
      const now = await trpc.queues.screen.query({ facilityId, token }).catch(() => null);
      if (over) return;
      setLost(now === null);
      if (now) setView(now);
    }, everyMs);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [facilityId, token]);
  const voice = useVoice(view);
  const updated = f.time(view.asOf);
  return (
    <main className={css.wall}>
      <header className={css.head}>
        <h1>
          {view.facilityName} · {view.title}
        </h1>
        <Button look="second" small onClick={voice.toggle} aria-pressed={voice.on}>
          {t(voice.on ? 'queue.wall.speakOff' : 'queue.wall.speakOn')}
        </Button>
      </header>
      {view.lines.length === 0 ? <p className={css.quiet}>{t('queue.wall.quiet')}</p> : null}
      <div className={css.lines}>
        {view.lines.map((line) => (
          <LinePart key={line.sessionId} line={line} />
        ))}
      </div>
      <footer className={css.foot}>
        <p>{t('queue.rule', { age: view.elderAge, places: view.latePlaces })}</p>
        <p role="status" className={lost ? css.lost : undefined}>
          {t(lost ? 'queue.wall.offline' : 'queue.wall.asOf', { time: updated })}
        </p>
      </footer>
    </main>
  );
}

function LinePart({ line }: { line: Line }) {
  const { t } = useText();
  return (
    <section className={css.line}>
      <h2>
        {[line.departmentName, line.doctorName].filter(Boolean).join(' · ')}
        <small>{t('queue.wall.waiting', { count: line.waiting })}</small>
      </h2>
      {line.called.map((one) => (
        <p key={one.room} className={css.called}>
          <strong>{one.room}</strong>
          <Who one={one} />
        </p>
      ))}
      {line.next.length > 0 ? (
        <>
          <h3>{t('queue.wall.next')}</h3>
          <ul className={css.next}>
            {line.next.map((one) => (
              <li key={one.number}>
                <Who one={one} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {line.missed.length > 0 ? (
        <p className={css.missed}>
          {line.missed.map((one) => t('queue.number', { number: one.number })).join(' ')} {t('queue.wall.missed')}
        </p>
      ) : null}
    </section>
  );
}

function Who({ one }: { one: Pick<Called, 'number' | 'name' | 'priority'> }) {
  const { t } = useText();
  return (
    <span>
      {t('queue.number', { number: one.number })} {one.name}
      {one.priority ? <em>{t(`queue.priority.${one.priority}`)}</em> : null}
    </span>
  );
}
