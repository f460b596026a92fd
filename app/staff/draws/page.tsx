import type { Metadata } from 'next';
import Link from 'next/link';
import type { DrawLine } from '#server/draws/schema.ts';
import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, load } from '../../_trpc/server.ts';
import { EmptyState, StatusBadge } from '../../_ui/callout.tsx';
import { PageHead, Section } from '../../_ui/page-head.tsx';
import type { PageInput } from '../../_ui/page-input.ts';
import { SimpleTable } from '../../_ui/table.tsx';
import css from '../staff.module.css';
import { drawTones } from './draw-tones.ts';
import { EnterFor } from './enter-for.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('draw.staffTitle') };
}

/** Draws of the own facility and of those nearby, and entering a request for somebody who asks. */
export default async function StaffDrawsPage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const { session } = await searchParams;
  const { own, nearby, asOf } = await load('/staff/draws', api().draws.atFacility.query());
  const open = [...own, ...nearby].filter((draw) => draw.phase === 'open');
  const label = (draw: DrawLine) =>
    `${draw.facilityName} ${draw.departmentName} ${f.day(draw.date)} ${t(`find.halfDay.${draw.halfDay}`)} · ${t('draw.openUntil', { time: f.moment(draw.closesAt) })}`;
  return (
    <>
      <PageHead
        title={t('draw.staffTitle')}
        lead={t('draw.staffLead')}
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      <Section title={t('draw.enterFor')}>
        <p className={css.lead}>{t('draw.enterForLead')}</p>
        {open.length > 0 ? (
          <TextProvider areas={['draw']}>
            <EnterFor
              draws={open.map((draw) => ({ value: `${draw.facilityId} ${draw.sessionId}`, label: label(draw) }))}
              chosen={open.find((draw) => draw.sessionId === session)?.sessionId ?? null}
            />
          </TextProvider>
        ) : (
          <EmptyState title={t('draw.nearbyNone')} />
        )}
      </Section>
      <Section title={t('draw.own')}>
        {own.length > 0 ? (
          <Draws draws={own} own />
        ) : (
          <EmptyState title={t('draw.ownNone')}>{t('draw.ownHint')}</EmptyState>
        )}
      </Section>
      {nearby.length > 0 ? (
        <Section title={t('draw.nearby')}>
          <Draws draws={nearby} />
        </Section>
      ) : null}
    </>
  );
}

async function Draws({ draws, own }: { draws: DrawLine[]; own?: boolean }) {
  const { t, f } = await getText();
  return (
    <SimpleTable
      caption={t(own ? 'draw.own' : 'draw.nearby')}
      rows={draws}
      rowKey={(draw) => draw.sessionId}
      columns={[
        {
          key: 's',
          label: t('draw.session'),
          wide: true,
          cell: (draw) => (
            <Link
              href={own ? `/staff/sessions/${draw.sessionId}` : `/draws/${draw.facilityId}/${draw.sessionId}`}
              prefetch={false}
            >
              {own ? '' : `${draw.facilityName} `}
              {draw.departmentName} {draw.practitionerName} · {f.day(draw.date)} {t(`find.halfDay.${draw.halfDay}`)}
            </Link>
          ),
        },
        { key: 'i', label: t('draw.intake'), cell: (draw) => `${f.moment(draw.opensAt)} – ${f.moment(draw.closesAt)}` },
        { key: 'r', label: t('draw.requests'), cell: (draw) => draw.requests, align: 'end' },
        { key: 'n', label: t('draw.numbers'), cell: (draw) => draw.numbers, align: 'end' },
        {
          key: 'p',
          label: t('draw.stateTitle'),
          cell: (draw) => <StatusBadge tone={drawTones[draw.phase]}>{t(`draw.phase.${draw.phase}`)}</StatusBadge>,
        },
      ]}
    />
  );
}
