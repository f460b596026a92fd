import type { z } from 'zod';
import type { askedPerson } from '#server/booking/schema/proxy.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { Panel, Section } from '../../../_ui/page-head.tsx';
import { Facts, SimpleTable } from '../../../_ui/table.tsx';
import { VisitStatus } from '../../../(resident)/appointments/visit-card.tsx';
import { CancelVisit } from './cancel-visit.tsx';

type Asked = z.infer<typeof askedPerson>;

/** Whom one books for, to be read back to the person, and what is booked already. */
export async function PersonPanel({ asked, ask }: { asked: Asked; ask: string }) {
  const { t, f } = await getText();
  const { person, consent, until, coming } = asked;
  return (
    <>
      <Panel>
        <Facts
          facts={[
            {
              label: t('book.person'),
              value: `${person.name} · ${t(`staff.day.sex.${person.sex}`)} · ${t('staff.day.years', { age: person.age })}`,
            },
            { label: t('staff.day.idMasked'), value: person.idMasked },
            { label: t('staff.print.phone'), value: person.phoneMasked || t('proxy.noPhone') },
            { label: t('proxy.agreed'), value: t(`proxy.consent.${consent}.label`) },
            { label: t('proxy.until'), value: f.time(until) },
          ]}
        />
      </Panel>
      {coming.length > 0 ? (
        <Section title={t('proxy.coming')}>
          <TextProvider areas={['proxy', 'visits']}>
            <SimpleTable
              caption={t('proxy.coming')}
              rows={coming}
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
      ) : null}
    </>
  );
}
