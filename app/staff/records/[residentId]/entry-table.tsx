import type { EntryView } from '#server/records/schema.ts';
import { getText } from '../../../_text/server.ts';
import { StatusBadge } from '../../../_ui/callout.tsx';
import { Section } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import css from '../../staff.module.css';

type Line = { latest: EntryView; times: number };

/** The same thing written many times is one line with its latest; what goes on comes first. */
function linesOf(entries: EntryView[]): Line[] {
  const lines = new Map<string, Line>();
  for (const entry of entries) {
    const line = lines.get(entry.title || entry.id);
    if (line) line.times += 1;
    else lines.set(entry.title || entry.id, { latest: entry, times: 1 });
  }
  const goesOn = ({ latest }: Line) => (latest.status === 'active' ? 0 : 1);
  return [...lines.values()].sort((a, b) => goesOn(a) - goesOn(b));
}

/** One list of the record, newest first; that it is empty is said, since a gap is no proof. */
export async function EntryTable({ title, none, entries }: { title: string; none: string; entries: EntryView[] }) {
  const { t, f } = await getText();
  const stateOf = ({ status }: EntryView) => {
    const key = `records.status.${status}` as 'records.status.active';
    return status && t.has(key) ? t(key) : '';
  };
  const particulars = ({ facts, note }: EntryView) =>
    [facts.dose, facts.reaction, facts.conclusion, note ? t('privacy.entry.note', { text: note }) : '']
      .filter(Boolean)
      .join(' · ');
  return (
    <Section title={title}>
      <SimpleTable
        caption={title}
        rows={linesOf(entries)}
        rowKey={({ latest }) => latest.id}
        empty={<p className={css.aside}>{none}</p>}
        columns={[
          {
            key: 't',
            label: t('patient.what'),
            wide: true,
            cell: ({ latest }) => (
              <>
                <span className={css.strong}>{latest.title}</span>{' '}
                {latest.facts.critical ? <StatusBadge tone="stop">{t('records.critical')}</StatusBadge> : null}
              </>
            ),
          },
          {
            key: 's',
            label: t('patient.state'),
            cell: ({ latest }) =>
              stateOf(latest) ? (
                <StatusBadge tone={latest.status === 'active' ? 'info' : 'plain'}>{stateOf(latest)}</StatusBadge>
              ) : (
                '—'
              ),
          },
          { key: 'p', label: t('patient.particulars'), cell: ({ latest }) => particulars(latest) || '—' },
          {
            key: 'w',
            label: t('patient.latest'),
            cell: ({ latest, times }) =>
              [
                latest.startsAt ? f.isoDay(latest.startsAt) : t('records.noDate'),
                times > 1 ? t('records.times', { count: times }) : '',
              ]
                .filter(Boolean)
                .join(' · '),
          },
          { key: 'f', label: t('patient.where'), cell: ({ latest }) => latest.facilityName },
        ]}
      />
    </Section>
  );
}
