import Link from 'next/link';
import type { z } from 'zod';
import type { visitView } from '#server/records/schema.ts';
import { getText } from '../../../_text/server.ts';
import { SimpleTable } from '../../../_ui/table.tsx';

type Visit = z.infer<typeof visitView>;

/** Visits, newest first, each with what it was for. */
export async function VisitList({ visits, residentId }: { visits: Visit[]; residentId: string }) {
  const { t, f } = await getText();
  const forWhat = (visit: Visit) => f.list(visit.diagnoses) || visit.facts.reason || visit.facts.department || '';
  return (
    <SimpleTable
      caption={t('patient.visits')}
      rows={visits}
      rowKey={(visit) => visit.id}
      columns={[
        {
          key: 'd',
          label: t('records.date'),
          cell: (visit) => (visit.startsAt ? f.isoDay(visit.startsAt) : t('records.noDate')),
        },
        {
          key: 'k',
          label: t('records.kindTitle'),
          cell: (visit) => t(`records.kind.${visit.facts.visitKind ?? 'other'}`),
        },
        { key: 'w', label: t('patient.where'), cell: (visit) => visit.facilityName },
        { key: 'f', label: t('patient.problems'), wide: true, cell: forWhat },
        {
          key: 'o',
          label: t('kit.details'),
          cell: (visit) => (
            <Link href={`/staff/records/${residentId}/visits/${visit.id}`} prefetch={false}>
              {t('kit.details')}
              <span className="sr-only">{forWhat(visit)}</span>
            </Link>
          ),
        },
      ]}
    />
  );
}
