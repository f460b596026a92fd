import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, getMe, load } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { EmptyState } from '../../_ui/callout.tsx';
import { KeepFresh } from '../../_ui/keep-fresh.tsx';
import { PageHead, Section } from '../../_ui/page-head.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import { mayCall, mayKeepScreens } from '../duties.ts';
import { DoctorRoom } from './doctor-room.tsx';
import { OpenRoom } from './open-room.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('queue.line.title') };
}

/** The doctor's room while it is open; else today's sessions with their lines. */
export default async function QueuePage() {
  const { t, f } = await getText();
  const [me, lines, desk] = await load(
    '/staff/queue',
    Promise.all([getMe(), api().queues.lines.query(), api().queues.ownDesk.query()]),
  );
  const { station, line } = desk;
  return (
    <>
      <PageHead
        title={station ? `${t('queue.room.title')} · ${station.room}` : t('queue.line.title')}
        lead={station ? undefined : t('queue.line.lead')}
        updated={t('kit.updatedAt', { time: f.time(lines.asOf) })}
        side={
          mayKeepScreens(me.roles) ? (
            <ButtonLink href="/staff/queue/screens" look="second" small>
              {t('queue.screens.title')}
            </ButtonLink>
          ) : undefined
        }
      />
      <KeepFresh />
      <TextProvider areas={['queue', 'patient']}>
        {station && line ? <DoctorRoom station={station} view={line} lines={lines.lines} /> : null}
        {!station && lines.lines.length > 0 ? (
          <OpenRoom lines={lines.lines} blocked={mayCall(me.roles) ? null : t('queue.room.roles')} />
        ) : null}
      </TextProvider>
      <Section title={t('queue.line.back')}>
        <SimpleTable
          caption={t('queue.line.title')}
          rows={lines.lines}
          rowKey={(row) => row.sessionId}
          empty={<EmptyState title={t('queue.line.empty')}>{t('queue.line.emptyText')}</EmptyState>}
          columns={[
            {
              key: 'c',
              label: t('queue.line.clinic'),
              wide: true,
              cell: (row) => (
                <Link href={`/staff/queue/${row.sessionId}`} prefetch={false}>
                  {[row.departmentName, row.practitionerName, f.span(row.startsAt, row.endsAt)]
                    .filter(Boolean)
                    .join(' · ')}
                </Link>
              ),
            },
            { key: 'w', label: t('queue.line.waiting'), align: 'end', cell: (row) => row.waiting },
            { key: 'a', label: t('queue.line.away'), align: 'end', cell: (row) => row.away },
            { key: 'm', label: t('queue.line.missed'), align: 'end', cell: (row) => row.missed },
            { key: 'd', label: t('queue.line.done'), align: 'end', cell: (row) => row.done },
            {
              key: 'r',
              label: t('queue.line.rooms'),
              cell: (row) => f.list(row.rooms) || t('queue.line.noRooms'),
            },
          ]}
        />
      </Section>
    </>
  );
}
