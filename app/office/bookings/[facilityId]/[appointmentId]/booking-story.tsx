import type { ReactNode } from 'react';
import type { BookingTrail } from '#server/reports/schema/trail.ts';
import { getText, type Text } from '../../../../_text/server.ts';
import { Panel, Section } from '../../../../_ui/page-head.tsx';
import { Facts } from '../../../../_ui/table.tsx';
import css from '../../../office.module.css';
import { wordOf } from '../../../words.ts';

/** The facts, then what happened, in order of time, then what others were told and say now. */
export async function BookingStory({ story, again }: { story: BookingTrail; again: string }) {
  const { t, f } = await getText();
  const words = { t, f };
  return (
    <div className={css.columns}>
      <Section title={t('office.story.facts')}>
        <Panel>
          <Facts facts={bookingFacts(story, words, again)} />
        </Panel>
      </Section>
      <Section title={t('office.story.steps')}>
        <Panel>
          <Timeline events={stepEvents(story, words)} none={t('office.story.unknown')} f={f} />
        </Panel>
      </Section>
      <Section title={t('office.story.deliveries')}>
        <Panel>
          <Timeline
            events={deliveryEvents(story, words)}
            none={
              story.appointment.hisState === 'none' ? t('office.story.notConnected') : t('office.story.noDeliveries')
            }
            f={f}
          />
        </Panel>
      </Section>
      <Section title={t('office.story.notices')}>
        <Panel>
          <Timeline events={noticeEvents(story, words)} none={t('office.story.noNotices')} f={f} />
        </Panel>
      </Section>
      <Section title={t('office.story.hospital')}>
        <Panel>
          <Facts facts={ticketFacts(story, words)} />
        </Panel>
      </Section>
      <Section title={t('office.story.audit')}>
        <Panel>
          <Timeline events={auditEvents(story, words)} none={t('office.story.noAudit')} f={f} />
        </Panel>
      </Section>
    </div>
  );
}

type Words = Pick<Text, 't' | 'f'>;
type Event = { key: string; at: Date; title: ReactNode; note?: ReactNode };

function Timeline({ events, none, f }: { events: Event[]; none: string; f: Text['f'] }) {
  if (events.length === 0) return <p>{none}</p>;
  return (
    <ol className={css.timeline}>
      {events.map((event) => (
        <li key={event.key}>
          <time className={css.when} dateTime={event.at.toISOString()}>
            {f.stamp(event.at)}
          </time>
          <div>{event.title}</div>
          {event.note ? <div className={css.under}>{event.note}</div> : null}
        </li>
      ))}
    </ol>
  );
}

function bookingFacts(
  { appointment: a, resident, replaces, replacedBy }: BookingTrail,
  { t, f }: Words,
  again: string,
) {
  const other = (id: string) => (
    <a href={`/office/bookings/${a.facilityId}/${id}?${again}`}>{t('office.story.seeOther')}</a>
  );
  const rows: [string, ReactNode][] = [
    [t('office.story.resident'), resident.nameMasked],
    [t('office.story.idNumber'), resident.idMasked || '–'],
    [t('office.story.phone'), resident.phoneMasked || '–'],
    [t('office.story.facility'), a.facilityName],
    [t('office.story.department'), a.departmentName],
    [t('office.story.doctor'), a.practitionerName ?? '–'],
    [t('office.story.visit'), f.visit(a.windowStart, a.windowEnd)],
    [t('office.story.ticket'), a.ticketNumber],
    [t('office.story.fee'), f.money(a.feeFen)],
    [t('office.story.status'), wordOf(t, 'status', a.status)],
    [t('office.story.createdAt'), f.stamp(a.createdAt)],
    [t('office.story.channel'), wordOf(t, 'channel', a.channel)],
    [t('office.story.cancelBy'), f.stamp(a.cancelBy)],
    [t('office.story.authority'), wordOf(t, 'authority', a.authority)],
  ];
  if (a.cancelReason) rows.push([t('office.story.cancelReason'), a.cancelReason]);
  if (replaces) rows.push([t('office.story.replaces'), other(replaces)]);
  if (replacedBy) rows.push([t('office.story.replacedBy'), other(replacedBy)]);
  return rows.map(([label, value]) => ({ label, value }));
}

function ticketFacts({ ticket, appointment }: BookingTrail, { t }: Words) {
  return [
    { label: t('office.story.ticketState'), value: wordOf(t, 'ticketStatus', ticket.status) },
    { label: t('office.story.takenBy'), value: ticket.takenBy ? wordOf(t, 'takenBy', ticket.takenBy) : '–' },
    {
      label: t('office.story.session'),
      value: `${wordOf(t, 'sessionStatus', ticket.sessionStatus)}${ticket.suspendReason ? ` · ${ticket.suspendReason}` : ''}`,
    },
    { label: t('office.story.hisState'), value: wordOf(t, 'hisState', appointment.hisState) },
    { label: t('office.story.hisId'), value: ticket.hisId ?? '–' },
    { label: t('office.story.hisVersion'), value: ticket.hisVersion ?? '–' },
  ];
}

const actorOf = ({ t }: Words, row: { actorKind: string; actorName: string }) =>
  t('office.story.by', { kind: wordOf(t, 'actor', row.actorKind), name: row.actorName }).trim();

const stepEvents = ({ steps }: BookingTrail, words: Words): Event[] =>
  steps.map((step) => {
    const to = wordOf(words.t, 'status', step.toStatus);
    return {
      key: String(step.seq),
      at: step.at,
      title: step.fromStatus
        ? words.t('office.story.from', { from: wordOf(words.t, 'status', step.fromStatus), to })
        : to,
      note: [actorOf(words, step), step.reason].filter(Boolean).join(' · '),
    };
  });

const auditEvents = ({ audit }: BookingTrail, words: Words): Event[] =>
  audit.map((row) => ({
    key: row.id,
    at: row.at,
    title: wordOf(words.t, 'action', row.action),
    note: [actorOf(words, row), row.requestId && `${words.t('office.story.request')} ${row.requestId}`]
      .filter(Boolean)
      .join(' · '),
  }));

const deliveryEvents = ({ deliveries }: BookingTrail, { t, f }: Words): Event[] =>
  deliveries.map((row) => ({
    key: row.id,
    at: row.createdAt,
    title: `${wordOf(t, 'deliveryKind', row.kind)} · ${wordOf(t, 'deliveryState', row.state)}`,
    note: [
      t('office.story.attempts', { count: row.attempts }),
      row.toldAt ? t('office.story.told', { time: f.stamp(row.toldAt) }) : null,
      row.lastError,
    ]
      .filter(Boolean)
      .join(' · '),
  }));

const noticeEvents = ({ notices, offers }: BookingTrail, { t, f }: Words): Event[] =>
  [
    ...notices.map((row) => ({
      key: row.id,
      at: row.createdAt,
      title: wordOf(t, 'notice', row.kind),
      note: [
        t('office.story.sms', { state: wordOf(t, 'smsState', row.smsState) }),
        row.readAt ? t('office.story.read', { time: f.stamp(row.readAt) }) : t('office.story.unread'),
      ].join(' · '),
    })),
    ...offers.map((row) => ({
      key: row.id,
      at: row.createdAt,
      title: `${t('office.story.offers')} · ${wordOf(t, 'offerStatus', row.status)}`,
      note: row.decidedAt ? f.stamp(row.decidedAt) : null,
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
