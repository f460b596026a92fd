import type { Metadata } from 'next';
import { getText } from '../../../../_text/server.ts';
import { api } from '../../../../_trpc/server.ts';
import { Column, PageHead, Section } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { Facts } from '../../../../_ui/table.tsx';
import { EntryLine } from '../../entry-line.tsx';
import { loadRecord } from '../../load-record.ts';
import { NotAll } from '../../not-all.tsx';
import css from '../../records.module.css';
import { visitGroups } from '../../visit-groups.ts';
import { readWhose } from '../../whose.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('records.visit') };
}

export default async function VisitPage({ params, searchParams }: PageInput<'id'>) {
  const { t, f } = await getText();
  const { id } = await params;
  const whose = await readWhose(`/records/visits/${id}`, searchParams);
  const asked = { residentId: whose.residentId, id };
  const { visit, entries, view } = await loadRecord(`/records/visits/${id}`, whose, api().records.visit.query(asked));
  const kind = t(`records.kind.${visit.facts.visitKind ?? 'other'}`);
  const day = (at: Date | null) => (at ? f.isoDay(at) : t('records.noDate'));
  const long = visit.startsAt && visit.endsAt && f.isoDay(visit.startsAt) !== f.isoDay(visit.endsAt);
  return (
    <Column>
      <PageHead title={visit.facilityName} back={{ href: `/records${whose.query}`, label: t('records.title') }} />
      <Facts
        facts={[
          {
            label: t('records.date'),
            value: long ? `${day(visit.startsAt)} – ${day(visit.endsAt)}` : day(visit.startsAt),
          },
          { label: t('records.kindTitle'), value: kind },
          ...(visit.facts.department ? [{ label: t('records.department'), value: visit.facts.department }] : []),
        ]}
      />
      <NotAll view={view} t={t} />
      {visitGroups.map(([group, types]) => {
        const found = entries.filter((entry) => types.some((type) => type === entry.type));
        if (found.length === 0) return null;
        return (
          <Section key={group} title={t(`records.group.${group}`)}>
            <ul className={css.lines}>
              {found.map((entry) => (
                <li key={entry.id}>
                  <EntryLine
                    entry={{ ...entry, facilityName: '' }}
                    href={`/records/entries/${entry.id}${whose.query}`}
                    t={t}
                    f={f}
                  />
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
      {entries.length === 0 && <p>{t('records.visitEmpty')}</p>}
      <p className={css.note}>{t('records.askTheHospital')}</p>
    </Column>
  );
}
