import { meanings, type OwnPlanning } from '#server/family-planning/schema/own.ts';
import { getText } from '../../../_text/server.ts';
import { EmptyState } from '../../../_ui/callout.tsx';
import { Section } from '../../../_ui/page-head.tsx';
import { EntryLine } from '../entry-line.tsx';
import css from '../records.module.css';

type Entries = OwnPlanning['entries'];

/** What hospitals told of the same topic, by what it means, each with the hospital that wrote it. */
export async function HospitalPart({ entries }: { entries: Entries }) {
  const { t, f } = await getText();
  const groups = meanings.flatMap((meaning) => {
    const those = entries.filter((one) => one.meaning === meaning);
    return those.length > 0 ? [{ meaning, those }] : [];
  });
  return (
    <Section title={t('ownPlanning.hospital.title')}>
      {groups.length === 0 ? (
        <EmptyState title={t('ownPlanning.hospital.none')}>{t('ownPlanning.hospital.noneText')}</EmptyState>
      ) : null}
      {groups.map(({ meaning, those }) => (
        <section key={meaning}>
          <h3>{t(`ownPlanning.hospital.meaning.${meaning}`)}</h3>
          <ul className={css.lines}>
            {those.map((one) => (
              <li key={one.id}>
                <EntryLine entry={one} href={`/records/entries/${one.id}`} t={t} f={f} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Section>
  );
}
