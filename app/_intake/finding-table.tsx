import type { IntakeOverview } from '#server/his-sync/intake/schema.ts';
import { getText } from '../_text/server.ts';
import { EmptyState } from '../_ui/callout.tsx';
import { SimpleTable } from '../_ui/table.tsx';
import { WhyWords } from './why-words.tsx';

/** What was kept although it is badly written, the most frequent first. */
export async function FindingTable({ findings }: Pick<IntakeOverview, 'findings'>) {
  const { t, f } = await getText();
  return (
    <SimpleTable
      caption={t('intake.findings.title')}
      rows={findings}
      rowKey={(row) => `${row.type} ${row.finding}`}
      empty={<EmptyState title={t('intake.findings.none')} />}
      columns={[
        {
          key: 'what',
          label: t('intake.findings.what'),
          wide: true,
          cell: (row) => <WhyWords type={row.type} reason={row.finding} />,
        },
        { key: 'count', label: t('intake.findings.count'), align: 'end', cell: (row) => f.number(row.count) },
        { key: 'last', label: t('intake.findings.last'), cell: (row) => f.moment(row.lastAt) },
      ]}
    />
  );
}
