import type { Metadata } from 'next';
import type { PreparationRow } from '#server/navigation/schema/preparation.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../_trpc/server.ts';
import { PageHead, Section } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import { preparationLines } from '../../../(resident)/arrive/preparation-list.tsx';
import { mayKeepPlaces } from '../../duties.ts';
import { PlacesTabs } from '../places-tabs.tsx';
import { PreparationForm } from './preparation-form.tsx';
import { RemovePreparation } from './remove-preparation.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('places.prepare.title') };
}

/** What the hospital asks of its patients before a visit or a test. */
export default async function PreparationsPage() {
  const text = await getText();
  const { t, f, locale } = text;
  const [me, book] = await load(
    '/staff/places/preparations',
    Promise.all([getMe(), api().navigation.arrive.preparationBook.query()]),
  );
  const mayKeep = mayKeepPlaces(me.roles);
  const tests = book.tests.map(({ code, name }) => ({ value: code, label: locale === 'en' ? name.en : name.zh }));
  const departments = book.departments.map(({ id, name }) => ({ value: id, label: name }));
  const labelOf = (list: { value: string; label: string }[], value: string) =>
    list.find((one) => one.value === value)?.label ?? value;
  const subjectOf = (row: PreparationRow) =>
    row.test
      ? labelOf(tests, row.test)
      : [
          row.departmentId ? labelOf(departments, row.departmentId) : t('places.prepare.anyDepartment'),
          row.numberType ? t(`clinic.numberType.${row.numberType}`) : t('places.prepare.anyType'),
        ].join(' · ');
  return (
    <TextProvider areas={['places', 'clinic']}>
      <PageHead title={t('places.prepare.title')} lead={t('places.prepare.lead')} />
      <PlacesTabs at="preparations" />
      <Section title={t('places.prepare.own')}>
        <SimpleTable
          caption={t('places.prepare.own')}
          rows={book.rows}
          rowKey={(row) => row.id}
          empty={<p>{t('places.prepare.ownNone')}</p>}
          columns={[
            { key: 's', label: t('places.prepare.subject'), cell: (row) => subjectOf(row) },
            {
              key: 'w',
              label: t('arrive.prepare.title'),
              wide: true,
              cell: (row) => saidIn(row).join(locale === 'en' ? '. ' : '；') || '—',
            },
            {
              key: 'b',
              label: t('places.owner'),
              cell: (row) => t('places.prepare.by', { name: row.changedBy, time: f.stamp(row.updatedAt) }),
            },
            {
              key: 'r',
              label: t('places.visit.act'),
              cell: (row) => (mayKeep ? <RemovePreparation id={row.id} subject={subjectOf(row)} /> : null),
            },
          ]}
        />
      </Section>
      {mayKeep ? (
        <Section title={t('places.prepare.change')}>
          <PreparationForm departments={departments} tests={tests} />
        </Section>
      ) : null}
      <Section title={t('places.prepare.effective')}>
        <SimpleTable
          caption={t('places.prepare.effective')}
          rows={book.departments}
          rowKey={(row) => row.id}
          columns={[
            { key: 'd', label: t('places.department'), cell: (row) => row.name },
            {
              key: 'e',
              label: t('arrive.prepare.title'),
              wide: true,
              cell: (row) => preparationLines(text, row.effective).join(locale === 'en' ? '. ' : '；'),
            },
          ]}
        />
      </Section>
    </TextProvider>
  );

  /** Only what the row itself says; what it leaves open is not shown as a no. */
  function saidIn(row: PreparationRow): string[] {
    const yesNo = (value: boolean | null, label: string) =>
      value === null
        ? ''
        : `${label}${locale === 'en' ? ': ' : '：'}${t(value ? 'places.prepare.yes' : 'places.prepare.no')}`;
    return [
      row.fastingHours === null ? '' : t('arrive.prepare.fasting', { hours: row.fastingHours }),
      row.earlyMinutes === null ? '' : t('arrive.prepare.early', { minutes: row.earlyMinutes }),
      yesNo(row.oldResults, t('places.prepare.oldResults')),
      yesNo(row.companion, t('places.prepare.companion')),
      row.documents ?? '',
      row.note ?? '',
    ].filter(Boolean);
  }
}
