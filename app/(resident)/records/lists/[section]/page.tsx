import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getText } from '../../../../_text/server.ts';
import { api } from '../../../../_trpc/server.ts';
import { EmptyState } from '../../../../_ui/callout.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { EntryLine } from '../../entry-line.tsx';
import { loadRecord } from '../../load-record.ts';
import { RecordFrame } from '../../record-frame.tsx';
import css from '../../records.module.css';
import { readWhose } from '../../whose.ts';

const lists = ['problems', 'medicines', 'allergies', 'vaccinations', 'documents'] as const;
const listOf = (name: string) => lists.find((one) => one === name);

export async function generateMetadata({ params }: PageInput<'section'>): Promise<Metadata> {
  const { t } = await getText();
  return { title: t(`records.tab.${listOf((await params).section) ?? 'problems'}`) };
}

/** One list of the record: illnesses, medicines, allergies, vaccinations or documents. */
export default async function SectionPage({ params, searchParams }: PageInput<'section'>) {
  const { t, f } = await getText();
  const section = listOf((await params).section);
  if (!section) notFound();
  const whose = await readWhose(`/records/lists/${section}`, searchParams);
  const asked = { residentId: whose.residentId, section };
  const { entries, asOf, view } = await loadRecord(
    `/records/lists/${section}`,
    whose,
    api().records.section.query(asked),
  );
  return (
    <RecordFrame whose={whose} tab={section} asOf={asOf} view={view}>
      {entries.length === 0 ? (
        <EmptyState title={t(`records.none.${section}`)}>{t('records.emptyHint')}</EmptyState>
      ) : (
        <ul className={css.lines}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <EntryLine entry={entry} href={`/records/entries/${entry.id}${whose.query}`} t={t} f={f} />
            </li>
          ))}
        </ul>
      )}
    </RecordFrame>
  );
}
