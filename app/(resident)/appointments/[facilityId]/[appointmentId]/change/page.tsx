import type { Metadata } from 'next';
import { getText } from '../../../../../_text/server.ts';
import { api, load } from '../../../../../_trpc/server.ts';
import { Callout } from '../../../../../_ui/callout.tsx';
import { PageHead, Section } from '../../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../../_ui/page-input.ts';
import { changeKey } from '../../../../book/read-change.ts';
import { SessionDays } from '../../../../hospitals/session-days.tsx';
import { visitPath } from '../../../visit-card.tsx';

type Props = PageInput<'facilityId' | 'appointmentId'>;
const days = 14;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('book.changeTitle') };
}

/** A new time for a visit, of the same department; nothing is given up before the new number is taken. */
export default async function ChangePage({ params, searchParams }: Props) {
  const { t, f } = await getText();
  const { facilityId, appointmentId } = await params;
  const path = `/appointments/${facilityId}/${appointmentId}`;
  const { day } = await searchParams;
  const visit = await load(path, api().booking.get.query({ facilityId, appointmentId }));
  const { sessions, asOf } = await api().schedules.browse.query({ departmentId: visit.departmentId, days });
  const rule = visit.reschedule.rule as 'cancel-too-late' | null;
  return (
    <>
      <PageHead
        title={t('book.changeTitle')}
        lead={t('book.changeLead')}
        back={{ href: visitPath(visit), label: t('visits.one') }}
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      <Callout tone="plain" title={t('book.changeFrom')}>
        <p>
          {visit.facilityName} {visit.departmentName} · {f.visit(visit.windowStart, visit.windowEnd)} ·{' '}
          {visit.residentName}
        </p>
      </Callout>
      {visit.reschedule.can ? (
        <Section title={t('book.changeChoose')}>
          <SessionDays
            {...{ sessions, days, from: f.isoDay(asOf) }}
            day={typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? day : null}
            dayHref={(to) => `${path}/change?day=${to}`}
            bookHref={(session) => `/book/${session.facilityId}/${session.id}?change=${changeKey(visit)}`}
          />
        </Section>
      ) : (
        <Section>
          <Callout tone="stop">
            <p>{rule ? t(`fault.rule.${rule}`) : null}</p>
          </Callout>
        </Section>
      )}
    </>
  );
}
