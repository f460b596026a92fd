import type { z } from 'zod';
import type { askedPerson } from '#server/booking/schema/proxy.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { Section } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import { VisitStatus } from '../../../(resident)/appointments/visit-card.tsx';
import { CancelVisit } from './cancel-visit.tsx';

/** What is booked for the person already, so that nobody is booked twice; each may be given up here. */
export async function ComingVisits({ visits, ask }: { visits: z.infer<typeof askedPerson>['coming']; ask: string }) {
  const { t, f } = await getText();
  if (visits.length === 0) return null;
  return (
    <Section title={t('proxy.coming')}>
      <TextProvider areas={['proxy', 'visits']}>
        <SimpleTable
          caption={t('proxy.coming')}
          rows={visits}
          rowKey={(visit) => visit.id}
          columns={[
            { key: 'w', label: t('book.time'), cell: (visit) => f.visit(visit.windowStart, visit.windowEnd) },
            {
              key: 'h',
              label: t('proxy.list.visit'),
              wide: true,
              cell: (visit) => `${visit.facilityName} · ${visit.departmentName}`,
            },
            { key: 's', label: t('staff.day.state'), cell: (visit) => <VisitStatus status={visit.status} /> },
            {
              key: 'c',
              label: t('staff.day.act'),
              cell: (visit) =>
                visit.cancel.can ? (
                  <CancelVisit
                    ask={ask}
                    facilityId={visit.facilityId}
                    appointmentId={visit.id}
                    label={t('proxy.cancelOf', { department: visit.departmentName })}
                    until={t('book.cancelUntil', { time: f.moment(visit.cancelBy) })}
                  />
                ) : (
                  t('proxy.cancelNever')
                ),
            },
          ]}
        />
      </TextProvider>
    </Section>
  );
}
