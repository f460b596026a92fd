import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { Callout } from '../../../_ui/callout.tsx';
import { PageHead, Panel, Section, Stack } from '../../../_ui/page-head.tsx';
import { Facts } from '../../../_ui/table.tsx';
import { HealthBadge, HisTrouble, Moment } from '../../connection.tsx';
import { FigureTiles } from '../../figure-tiles.tsx';
import css from '../../office.module.css';
import { Trail } from '../../trail-line.tsx';
import { CursorTable, DayTable, DeliveryTable, RejectTable, WaitTable } from './facility-tables.tsx';

type Props = { params: Promise<{ id: string }> };

const getOverview = cache((id: string) =>
  load(`/office/hospitals/${id}`, api().reports.facilityOverview.query({ facilityId: id })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getOverview((await params).id)).facility.name };
}

/** One hospital: its figures, its days and departments, and how its system is doing. */
export default async function HospitalPage({ params }: Props) {
  const { id } = await params;
  const { t, f } = await getText();
  const overview = await getOverview(id);
  const { facility, connection, countedAt, horizonDays } = overview;
  return (
    <>
      <Trail trail={overview.trail} all />
      <PageHead
        title={facility.name}
        back={{ href: '/office/hospitals', label: t('office.facility.back') }}
        updated={[
          t('office.asOf', { time: f.time(overview.asOf) }),
          countedAt ? t('office.countedAt', { time: f.time(countedAt) }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
        side={connection ? <HealthBadge health={connection.health} t={t} /> : null}
      />
      {facility.sample ? <p className={css.sorted}>{t('office.facility.sample')}</p> : null}
      <FigureTiles figures={overview.figures} horizonDays={horizonDays} />
      <Section title={t('office.facility.connection')}>
        <Connection overview={overview} />
      </Section>
      {connection ? (
        <p>
          <Link href={`/office/hospitals/${facility.id}/records`} prefetch={false}>
            {t('intake.link')}
          </Link>
        </p>
      ) : null}
      {connection ? (
        <div className={css.columns}>
          <Section title={t('office.facility.rejects')}>
            <RejectTable rows={overview.rejects} />
          </Section>
          <Section title={t('office.facility.deliveries')}>
            <DeliveryTable rows={overview.troubledDeliveries} />
          </Section>
          <Section title={t('office.facility.cursors')}>
            <CursorTable rows={overview.cursors} />
          </Section>
        </div>
      ) : null}
      <div className={css.columns}>
        <Section title={t('office.facility.days')}>
          <DayTable rows={overview.days} />
          <p>
            <Link href={`/office/ledger/${facility.id}`} prefetch={false}>
              {t('ledger.day.link')}
            </Link>
          </p>
        </Section>
        <Section title={t('office.facility.waits')}>
          <WaitTable rows={overview.departments} horizonDays={horizonDays} />
        </Section>
      </div>
    </>
  );
}

type Overview = Awaited<ReturnType<typeof getOverview>>;

async function Connection({ overview }: { overview: Overview }) {
  const { t, f } = await getText();
  const { connection } = overview;
  if (!connection) return <Callout tone="info">{t('office.facility.notConnected')}</Callout>;
  const { health, backlog, backlogSince } = connection;
  const tone = health === 'ok' ? 'good' : health === 'failing' ? 'stop' : health === 'new' ? 'info' : 'wait';
  return (
    <Panel>
      <Stack>
        <Callout tone={tone} title={t(`office.health.${health}`)}>
          <p>{t(`office.healthNote.${health}`, { failures: connection.failures })}</p>
        </Callout>
        <Facts
          facts={[
            { label: t('office.col.authority'), value: t(`office.authority.${connection.authority}`) },
            { label: t('office.col.lastMessage'), value: <Moment at={connection.lastMessageAt} t={t} f={f} /> },
            { label: t('office.facility.synced'), value: <Moment at={connection.syncedAt} t={t} f={f} /> },
            {
              label: t('office.col.backlog'),
              value: `${f.number(backlog)}${backlogSince ? `（${t('office.facility.since', { time: f.moment(backlogSince) })}）` : ''}`,
            },
            { label: t('office.col.rejects'), value: f.number(connection.rejectsOpen) },
            { label: t('office.col.unmatched'), value: f.number(connection.unmatched) },
            {
              label: t('office.col.lastError'),
              value: connection.lastError ? (
                <>
                  <HisTrouble error={connection.lastError} t={t} /> <Moment at={connection.lastErrorAt} t={t} f={f} />
                </>
              ) : (
                t('office.hospitals.none')
              ),
            },
            ...(connection.nextTryAt
              ? [{ label: t('office.col.nextTry'), value: <Moment at={connection.nextTryAt} t={t} f={f} /> }]
              : []),
          ]}
        />
      </Stack>
    </Panel>
  );
}
