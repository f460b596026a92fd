import type { Metadata } from 'next';
import { trailReason } from '#server/reports/schema/trail.ts';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../../_trpc/server.ts';
import { StatusBadge } from '../../../../_ui/callout.tsx';
import { Column, PageHead, Panel } from '../../../../_ui/page-head.tsx';
import { wordOf } from '../../../words.ts';
import { ReasonForm } from '../../reason-form.tsx';
import { BookingStory } from './booking-story.tsx';
import { PrintButton } from './print-button.tsx';

type Query = { reason?: string | string[]; reference?: string | string[] };
type Props = { params: Promise<{ facilityId: string; appointmentId: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('office.bookings.title') };
}

/** F9: everything about one booking on one page, to be read and printed. Reading it is recorded. */
export default async function TrailPage({ params, searchParams }: Props) {
  const [{ facilityId, appointmentId }, query] = await Promise.all([params, searchParams]);
  const { t, f } = await getText();
  const reason = trailReason.safeParse([query.reason].flat()[0]);
  const reference = ([query.reference].flat()[0] ?? '').trim().slice(0, 40);
  if (!reason.success) {
    return (
      <Column>
        <PageHead
          title={t('office.bookings.title')}
          back={{ href: '/office/bookings', label: t('office.story.back') }}
        />
        <Panel>
          <ReasonForm facilityId={facilityId} appointmentId={appointmentId} />
        </Panel>
      </Column>
    );
  }
  const path = `/office/bookings/${facilityId}/${appointmentId}?reason=${reason.data}&reference=${encodeURIComponent(reference)}`;
  const wish = { facilityId, appointmentId, reason: reason.data, reference };
  const [story, me] = await Promise.all([load(path, api().reports.bookingTrail.query(wish)), getMe()]);
  return (
    <>
      <PageHead
        title={t('office.story.title', { code: story.appointment.code })}
        back={{ href: '/office/bookings', label: t('office.story.back') }}
        lead={t('office.story.privacy', {
          reason: t(`office.reasons.${reason.data}`),
          reference: reference ? ` ${reference}` : '',
        })}
        updated={t('office.story.made', { name: me.name, time: f.stamp(story.asOf) })}
        side={<StatusBadge tone="info">{wordOf(t, 'status', story.appointment.status)}</StatusBadge>}
      />
      <TextProvider areas={[]}>
        <PrintButton />
      </TextProvider>
      <BookingStory story={story} again={`reason=${reason.data}&reference=${encodeURIComponent(reference)}`} />
    </>
  );
}
