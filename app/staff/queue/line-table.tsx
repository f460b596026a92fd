'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { LineEntry, LineView } from '#server/queues/schema/staff.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { EmptyState, StatusBadge, type Tone } from '../../_ui/callout.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import { PriorityForm } from './priority-form.tsx';
import own from './queue.module.css';

const tones: Partial<Record<LineEntry['status'], Tone>> = {
  called: 'good',
  'in-room': 'good',
  missed: 'stop',
  away: 'wait',
};

/** Everybody of one line in the order of calling, and what the desk may do with each. */
export function LineTable({ view, mayTriage }: { view: LineView; mayTriage: boolean }) {
  const { t, f } = useText();
  const { run, working, trouble } = useAction();
  const [judging, setJudging] = useState<LineEntry | null>(null);
  const back = (entry: LineEntry) => () =>
    run(() =>
      trpc.queues.requeue.mutate({
        appointmentId: entry.appointmentId,
        why: entry.status === 'away' ? 'back' : 'late',
      }),
    );
  return (
    <>
      <p>{t('queue.rule', { age: view.elderAge, places: view.latePlaces })}</p>
      <FaultMessage trouble={trouble} />
      {judging ? <PriorityForm key={judging.appointmentId} entry={judging} onDone={() => setJudging(null)} /> : null}
      <SimpleTable
        caption={t('queue.triage.title', { department: view.line.departmentName })}
        rows={view.entries}
        rowKey={(entry) => entry.appointmentId}
        empty={<EmptyState title={t('queue.line.nobody')}>{t('queue.line.nobodyText')}</EmptyState>}
        columns={[
          {
            key: 'o',
            label: t('queue.line.order'),
            cell: (entry) => (entry.ahead === null ? '' : t('queue.line.next', { place: entry.ahead + 1 })),
          },
          {
            key: 'p',
            label: t('queue.line.patient'),
            wide: true,
            cell: (entry) => (
              <>
                {t('queue.number', { number: entry.ticketNumber })} <b>{entry.residentName}</b>{' '}
                {t('queue.line.years', { age: entry.age })}
              </>
            ),
          },
          { key: 'w', label: t('queue.line.window'), cell: (entry) => f.time(entry.windowStart) },
          {
            key: 's',
            label: t('queue.line.state'),
            cell: (entry) => (
              <span className={own.marks}>
                <StatusBadge tone={tones[entry.status] ?? 'plain'}>{t(`queue.state.${entry.status}`)}</StatusBadge>
                {entry.room ? <span>{entry.room}</span> : null}
                {entry.priority ? <StatusBadge tone="wait">{t(`queue.priority.${entry.priority}`)}</StatusBadge> : null}
              </span>
            ),
          },
          {
            key: 'a',
            label: t('queue.line.act'),
            cell: (entry) => {
              if (!mayTriage) return null;
              if (entry.status === 'missed' || entry.status === 'away') {
                return (
                  <Button look="second" small working={working} onClick={back(entry)}>
                    {t(entry.status === 'away' ? 'queue.triage.back' : 'queue.triage.late')}
                  </Button>
                );
              }
              if (entry.status === 'done' || entry.status === 'in-room') {
                return (
                  <Link
                    href={`/staff/queue/return/${entry.appointmentId}`}
                    aria-label={t('queue.desk.linkOf', { name: entry.residentName })}
                    prefetch={false}
                  >
                    {t('queue.desk.link')}
                  </Link>
                );
              }
              return entry.status === 'waiting' ? (
                <Button
                  look="quiet"
                  small
                  aria-label={t('queue.triage.priorityOf', { name: entry.residentName })}
                  onClick={() => setJudging(entry)}
                >
                  {t('queue.triage.priority')}
                </Button>
              ) : null;
            },
          },
        ]}
      />
    </>
  );
}
