import type { EntryView } from '#server/records/schema.ts';
import { getText } from '../../../_text/server.ts';
import { Section } from '../../../_ui/page-head.tsx';
import { EntryLine } from '../../../(resident)/records/entry-line.tsx';
import css from '../../../(resident)/records/records.module.css';

/** One list of the record; that it is empty is said, since a gap is no proof. */
export async function EntryList({ title, none, entries }: { title: string; none: string; entries: EntryView[] }) {
  const { t, f } = await getText();
  return (
    <Section title={title}>
      {entries.length === 0 ? (
        <p className={css.small}>{none}</p>
      ) : (
        <ul className={css.lines}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <EntryLine entry={entry} t={t} f={f} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
