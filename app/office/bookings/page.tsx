import type { Metadata } from 'next';
import type { z } from 'zod';
import { findBookingInput, type foundBooking } from '#server/reports/schema/trail.ts';
import { getText } from '../../_text/server.ts';
import { api, load } from '../../_trpc/server.ts';
import { Button } from '../../_ui/button.tsx';
import { EmptyState, StatusBadge } from '../../_ui/callout.tsx';
import { TextField } from '../../_ui/field.tsx';
import { Column, PageHead, Panel, Section, Stack } from '../../_ui/page-head.tsx';
import { Facts } from '../../_ui/table.tsx';
import { wordOf } from '../words.ts';
import { ReasonForm } from './reason-form.tsx';

type Props = { searchParams: Promise<{ code?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('office.bookings.title') };
}

/** Find a booking by its code; what happened to it is shown only for a stated reason. */
export default async function BookingsPage({ searchParams }: Props) {
  const { t } = await getText();
  const typed = [(await searchParams).code ?? ''].flat()[0]?.trim() ?? '';
  const wish = findBookingInput.safeParse({ code: typed });
  // asked even without a code, so that a visitor who is not signed in is sent to sign in first
  const found = await load(
    '/office/bookings',
    wish.success
      ? api().reports.findBooking.query({ code: typed })
      : api()
          .reports.regionOverview.query({})
          .then(() => null),
  );
  const invalid = typed !== '' && !wish.success;
  return (
    <Column>
      <PageHead title={t('office.bookings.title')} lead={t('office.bookings.lead')} />
      <Panel>
        <form method="get" action="/office/bookings">
          <Stack>
            <TextField
              short
              label={t('office.bookings.code')}
              hint={t('office.bookings.codeHint')}
              error={invalid ? t('office.bookings.codeInvalid') : undefined}
              name="code"
              defaultValue={typed}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              required
              maxLength={16}
            />
            <div>
              <Button type="submit">{t('office.bookings.find')}</Button>
            </div>
          </Stack>
        </form>
      </Panel>
      {found ? <Found bookings={found.found} /> : null}
    </Column>
  );
}

async function Found({ bookings }: { bookings: z.infer<typeof foundBooking>[] }) {
  const { t, f } = await getText();
  if (bookings.length === 0) {
    return (
      <Section>
        <EmptyState title={t('office.bookings.none')}>{t('office.bookings.noneText')}</EmptyState>
      </Section>
    );
  }
  return (
    <Section title={t('office.bookings.found', { count: bookings.length })}>
      <Stack>
        {bookings.map((booking) => (
          <Panel key={booking.appointmentId}>
            <Stack>
              <Facts
                facts={[
                  { label: t('office.story.facility'), value: booking.facilityName },
                  { label: t('office.story.department'), value: booking.departmentName },
                  { label: t('office.story.visit'), value: f.moment(booking.windowStart) },
                  {
                    label: t('office.story.status'),
                    value: <StatusBadge tone="plain">{wordOf(t, 'status', booking.status)}</StatusBadge>,
                  },
                ]}
              />
              <ReasonForm facilityId={booking.facilityId} appointmentId={booking.appointmentId} />
            </Stack>
          </Panel>
        ))}
      </Stack>
    </Section>
  );
}
