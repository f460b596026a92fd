'use client';

import Link from 'next/link';
import type { z } from 'zod';
import type { LineView, lineCount, station } from '#server/queues/schema/staff.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { Panel, Section } from '../../_ui/page-head.tsx';
import css from '../staff.module.css';
import { FollowUp } from './follow-up.tsx';
import { LineTable } from './line-table.tsx';
import { MovePatient } from './move-patient.tsx';
import own from './queue.module.css';

type Props = {
  station: z.infer<typeof station>;
  view: LineView;
  lines: z.infer<typeof lineCount>[];
};
type Act = 'call-again' | 'enter' | 'done' | 'missed' | 'tests';

/** One person at a time: the first button is always what comes next. */
export function DoctorRoom({ station, view, lines }: Props) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const current = view.entries.find(
    (entry) => entry.stationId === station.id && (entry.status === 'called' || entry.status === 'in-room'),
  );
  const waiting = view.line.waiting;
  const act = (which: Act) => () =>
    run(() => trpc.queues.act.mutate({ appointmentId: current?.appointmentId ?? '', act: which }));
  const callNext = (finish: boolean) => () => run(() => trpc.queues.callNext.mutate({ finish }));
  const others = lines.filter((line) => line.departmentId !== view.line.departmentId);
  return (
    <>
      <Panel>
        <p className={css.aside}>{t('queue.room.now')}</p>
        <p className={own.current} role="status">
          {current ? (
            <>
              {t('queue.number', { number: current.ticketNumber })} {current.residentName}{' '}
              <small>
                {t('queue.line.years', { age: current.age })} · {t(`queue.state.${current.status}`)}
              </small>{' '}
              <Link href={`/staff/records/of/${current.appointmentId}`} prefetch={false}>
                {t('patient.open')}
              </Link>
            </>
          ) : (
            t('queue.room.nobody')
          )}
        </p>
        <FaultMessage trouble={trouble} />
        <div className={css.actions}>
          {current === undefined ? (
            <Button working={working} disabled={waiting === 0} onClick={callNext(false)}>
              {t('queue.room.callNext')}
            </Button>
          ) : null}
          {current?.status === 'called' ? (
            <>
              <Button working={working} onClick={act('enter')}>
                {t('queue.room.enter')}
              </Button>
              <Button look="second" working={working} onClick={act('call-again')}>
                {t('queue.room.callAgain', { count: current.callCount })}
              </Button>
              <Button
                look="stop"
                working={working}
                disabled={current.callCount < view.missedCalls}
                onClick={act('missed')}
              >
                {t('queue.room.missed')}
              </Button>
            </>
          ) : null}
          {current?.status === 'in-room' ? (
            <>
              <Button working={working} onClick={waiting > 0 ? callNext(true) : act('done')}>
                {t(waiting > 0 ? 'queue.room.finishNext' : 'queue.room.done')}
              </Button>
              {waiting > 0 ? (
                <Button look="second" working={working} onClick={act('done')}>
                  {t('queue.room.done')}
                </Button>
              ) : null}
              <Button look="second" working={working} onClick={act('tests')}>
                {t('queue.room.tests')}
              </Button>
            </>
          ) : null}
          {current === undefined ? (
            <Button look="quiet" working={working} onClick={() => run(() => trpc.queues.closeStation.mutate())}>
              {t('queue.room.close')}
            </Button>
          ) : null}
          <span className={css.why}>
            {current?.status === 'called' && current.callCount < view.missedCalls
              ? t('fault.rule.call-again-first', { needed: view.missedCalls, calls: current.callCount })
              : waiting === 0
                ? t('queue.room.empty')
                : t('queue.room.keys')}
          </span>
        </div>
        {current?.status === 'in-room' ? (
          <>
            <MovePatient key={`move ${current.appointmentId}`} entry={current} lines={others} />
            <FollowUp key={`follow ${current.appointmentId}`} appointmentId={current.appointmentId} asOf={view.asOf} />
          </>
        ) : null}
      </Panel>
      <Section title={t('queue.triage.title', { department: view.line.departmentName })}>
        <LineTable view={view} mayTriage />
      </Section>
    </>
  );
}
