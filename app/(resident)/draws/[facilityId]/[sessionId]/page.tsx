import type { Metadata } from 'next';
import type { DrawView } from '#server/draws/schema.ts';
import { getText } from '../../../../_text/server.ts';
import { api, getMe, load } from '../../../../_trpc/server.ts';
import { Callout, StatusBadge } from '../../../../_ui/callout.tsx';
import { Column, PageHead, Panel, Section, Stack } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { Facts, SimpleTable } from '../../../../_ui/table.tsx';
import { doctorOf, drawPath, phaseTones } from '../../draw-line.tsx';
import { Entering } from './entering.tsx';
import { OwnEntries } from './own-entries.tsx';
import { Proof } from './proof.tsx';

type Props = PageInput<'facilityId' | 'sessionId'>;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('draw.title') };
}

/** The public page of one draw: promise, counts and result for everybody; one's own requests for who is signed in. */
export default async function DrawPage({ params }: Props) {
  const { t, f } = await getText();
  const key = await params;
  const [{ draw, asOf }, me] = await load(drawPath(key), Promise.all([api().draws.get.query(key), getMe()]));
  const registered = me.kind === 'resident' && me.residentId !== null;
  const entries = registered ? (await api().draws.mine.query({ sessionId: key.sessionId })).entries : [];
  return (
    <Column>
      <PageHead
        title={t('draw.one', { department: draw.departmentName })}
        back={{ href: '/draws', label: t('draw.title') }}
        side={<StatusBadge tone={phaseTones[draw.phase]}>{t(`draw.phase.${draw.phase}`)}</StatusBadge>}
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      <Stack>
        <Panel>
          <SessionOf draw={draw} />
        </Panel>
        <Phase draw={draw} />
        {entries.length > 0 ? <OwnEntries entries={entries} phase={draw.phase} /> : null}
        {draw.phase === 'open' ? (
          <Entering
            draw={draw}
            entered={entries}
            me={me.kind === 'resident' ? (registered ? 'named' : 'nameless') : 'nobody'}
          />
        ) : null}
        {draw.byChannel.length > 0 ? <ByChannel draw={draw} /> : null}
        <Proof draw={draw} />
      </Stack>
    </Column>
  );
}

async function SessionOf({ draw }: { draw: DrawView }) {
  const text = await getText();
  const { t, f } = text;
  return (
    <Facts
      facts={[
        { label: t('book.facility'), value: draw.facilityName },
        { label: t('book.department'), value: draw.departmentName },
        { label: t('draw.doctor'), value: doctorOf(text, draw) },
        {
          label: t('draw.session'),
          value: `${f.day(draw.date)} ${t(`find.halfDay.${draw.halfDay}`)} ${f.span(draw.startsAt, draw.endsAt)}`,
        },
        { label: t('draw.intake'), value: `${f.moment(draw.opensAt)} – ${f.moment(draw.closesAt)}` },
        { label: t('draw.numbers'), value: <b className="digits">{draw.numbers}</b> },
        { label: t('draw.requests'), value: <b className="digits">{draw.requests}</b> },
      ]}
    />
  );
}

async function Phase({ draw }: { draw: DrawView }) {
  const { t, f } = await getText();
  if (draw.phase === 'coming') {
    return (
      <Callout tone="info" title={t('draw.opensAt', { time: f.moment(draw.opensAt) })}>
        <p>{t('draw.enterLead')}</p>
      </Callout>
    );
  }
  if (draw.phase === 'drawing') {
    return (
      <Callout tone="wait" title={t('draw.drawingTitle')}>
        <p>{t('draw.drawingLead')}</p>
      </Callout>
    );
  }
  if (draw.phase === 'void') {
    return (
      <Callout tone="stop" title={t('draw.voidTitle')}>
        <p>{t('draw.voidLead')}</p>
      </Callout>
    );
  }
  return null;
}

async function ByChannel({ draw }: { draw: DrawView }) {
  const { t } = await getText();
  const title = t(draw.phase === 'drawn' ? 'draw.byChannel' : 'draw.requestsByChannel');
  return (
    <Section title={title}>
      <SimpleTable
        caption={title}
        rows={draw.byChannel}
        rowKey={(row) => row.channel}
        columns={[
          { key: 'c', label: t('draw.channelTitle'), cell: (row) => t(`draw.channel.${row.channel}`) },
          { key: 'r', label: t('draw.requests'), cell: (row) => row.requests, align: 'end' },
          ...(draw.phase === 'drawn'
            ? [{ key: 'w', label: t('draw.won'), cell: (row: { won: number }) => row.won, align: 'end' as const }]
            : []),
        ]}
      />
    </Section>
  );
}
