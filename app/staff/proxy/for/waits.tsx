import type { WaitView } from '#server/waitlist/schema.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { Section } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import { DecideWait } from './wait-buttons.tsx';

/** Where the person waits for a number, kept ones first; each can be taken or left here. */
export async function Waits({ ask }: { ask: string }) {
  const { t, f } = await getText();
  const { waits } = await load('/staff/proxy', api().waitlist.atDesk.query({ ask }));
  const rows = [
    ...waits.filter(({ state }) => state === 'offered'),
    ...waits.filter(({ state }) => state === 'waiting'),
  ];
  if (rows.length === 0) return null;
  const stand = (wait: WaitView) =>
    wait.state === 'offered' && wait.windowStart && wait.windowEnd && wait.expiresAt
      ? t('proxy.wait.kept', { visit: f.visit(wait.windowStart, wait.windowEnd), until: f.moment(wait.expiresAt) })
      : t('wait.position', { position: wait.position ?? 0 });
  return (
    <Section title={t('proxy.wait.title')}>
      <TextProvider areas={['wait', 'proxy']}>
        <SimpleTable
          caption={t('proxy.wait.title')}
          rows={rows}
          rowKey={(wait) => wait.id}
          columns={[
            {
              key: 'w',
              label: t('proxy.list.visit'),
              wide: true,
              cell: (wait) =>
                [
                  ...[wait.facilityName, wait.departmentName, wait.practitionerName ?? t('find.anyDoctor')],
                  `${f.day(wait.date)} ${t(`find.halfDay.${wait.halfDay}`)}`,
                ].join(' · '),
            },
            { key: 's', label: t('staff.day.state'), cell: stand },
            {
              key: 'c',
              label: t('staff.day.act'),
              cell: ({ facilityId, id: entryId, state, departmentName }) => (
                <DecideWait
                  {...{ ask, facilityId, entryId }}
                  acceptLabel={state === 'offered' ? t('proxy.wait.acceptOf', { department: departmentName }) : null}
                  leaveLabel={t('proxy.wait.leaveOf', { department: departmentName })}
                />
              ),
            },
          ]}
        />
      </TextProvider>
    </Section>
  );
}
