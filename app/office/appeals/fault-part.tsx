import type { z } from 'zod';
import type { faultsOutput } from '#server/conduct/schema.ts';
import { getText } from '../../_text/server.ts';
import { EmptyState } from '../../_ui/callout.tsx';
import { Panel, Section, Stack } from '../../_ui/page-head.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import { FaultForm } from './fault-form.tsx';

/** Hours in which systems failed, and the form for another. */
export async function FaultPart({ faults: { faults, region } }: { faults: z.infer<typeof faultsOutput> }) {
  const { t, f } = await getText();
  return (
    <Section title={t('conduct.office.faults')}>
      <Stack>
        <p>{t('conduct.office.faultsLead')}</p>
        <SimpleTable
          caption={t('conduct.office.faults')}
          rows={faults}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('conduct.office.faultsEmpty')} />}
          columns={[
            { key: 'p', label: t('conduct.office.faultPlace'), cell: (row) => row.place },
            { key: 'f', label: t('conduct.office.faultFrom'), cell: (row) => f.stamp(row.startsAt) },
            { key: 't', label: t('conduct.office.faultTo'), cell: (row) => f.stamp(row.endsAt) },
            { key: 'w', label: t('conduct.office.faultWhy'), wide: true, cell: (row) => row.reason },
            { key: 'b', label: t('conduct.office.faultBy'), cell: (row) => row.createdBy },
          ]}
        />
        <Panel>
          <h3>{t('conduct.office.faultNew')}</h3>
          <FaultForm region={region.code} />
        </Panel>
      </Stack>
    </Section>
  );
}
