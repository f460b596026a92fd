import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getText } from '../../../../../_text/server.ts';
import { TextProvider } from '../../../../../_text/text-provider.tsx';
import { VisitTime } from '../../../../../_text/visit-time.tsx';
import { api, load } from '../../../../../_trpc/server.ts';
import { Callout } from '../../../../../_ui/callout.tsx';
import { Column, PageHead, Panel, Stack } from '../../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../../_ui/page-input.ts';
import { Facts } from '../../../../../_ui/table.tsx';
import { readPass } from '../../../../rush/line.ts';
import { readChange } from '../../../read-change.ts';
import { ConfirmButton } from './confirm-button.tsx';

type Props = PageInput<'facilityId' | 'sessionId'>;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('book.confirmTitle') };
}

/** Everything that is about to be booked, with the deadline as a date and time; the only button books. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const { t, f } = await getText();
  const { facilityId, sessionId } = await params;
  const query = await searchParams;
  const change = readChange(query);
  const back = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const choose = `/book/${facilityId}/${sessionId}`;
  const here = `${choose}/confirm?${back}`;
  const [{ session, windows, facilityName, place }, { people }, old] = await load(
    here,
    Promise.all([
      api().schedules.session.query({ facilityId, sessionId }),
      api().residents.family.query(),
      change ? api().booking.get.query({ facilityId: change.facilityId, appointmentId: change.appointmentId }) : null,
    ]),
  );
  const window = windows.find((w) => w.start.toISOString() === query.window);
  const person = people.find((p) => p.id === (old?.residentId ?? query.person));
  if (people.length === 0) redirect(`/me/real-name?next=${encodeURIComponent(here)}`);
  if (!window || !person)
    redirect(`${choose}?${new URLSearchParams({ ...Object.fromEntries(back), problem: 'window' })}`);
  const tooLate = window.cancelBy <= new Date();
  const doctor = [session.practitionerName ?? t('find.anyDoctor'), session.practitionerTitle].filter(Boolean).join(' ');
  return (
    <Column>
      <PageHead
        title={t(change ? 'book.changeTitle' : 'book.confirmTitle')}
        lead={t(change ? 'book.changeLead' : 'book.confirmLead')}
        back={{ href: `${choose}?${back}`, label: t('kit.back') }}
      />
      <Stack>
        {old ? (
          <Callout tone="plain" title={t('book.changeFrom')}>
            <p>
              {old.facilityName} {old.departmentName} · {f.visit(old.windowStart, old.windowEnd)}
            </p>
          </Callout>
        ) : null}
        <Panel>
          <Facts
            large
            facts={[
              { label: t('book.person'), value: f.aside(person.name, person.idMasked) },
              { label: t('book.facility'), value: facilityName },
              { label: t('book.department'), value: session.departmentName },
              { label: t('book.doctor'), value: `${doctor} · ${t(`find.numberType.${session.numberType}`)}` },
              { label: t('book.time'), value: <VisitTime start={window.start} end={window.end} /> },
              ...(place ? [{ label: t('book.place'), value: place }] : []),
              { label: t('book.fee'), value: t('book.feeAtDesk', { fee: f.money(session.feeFen) }) },
              {
                label: t('book.cancelBy'),
                value: tooLate ? t('book.cancelNever') : t('book.cancelUntil', { time: f.moment(window.cancelBy) }),
              },
            ]}
          />
        </Panel>
        <TextProvider areas={['book', 'care', 'rush']}>
          <ConfirmButton
            {...{ facilityId, sessionId, residentId: person.id, windowStart: window.start.toISOString() }}
            change={old && change ? { fromFacilityId: change.facilityId, appointmentId: change.appointmentId } : null}
            otherTimes={`${choose}?${back}`}
            pass={await readPass()}
          />
        </TextProvider>
      </Stack>
    </Column>
  );
}
