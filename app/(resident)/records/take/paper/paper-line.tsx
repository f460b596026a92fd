import type { EntryView } from '#server/records/schema.ts';
import type { Text } from '../../../../_text/server.ts';
import { rangeText, unitWord } from '../../reading-line.tsx';
import css from './paper.module.css';

type Reading = NonNullable<EntryView['facts']['reading']>;

/** One entry as a line of print: what, its particulars, when and where. States in words, since colours do not print. */
export function PaperLine({ entry, text: { t, f } }: { entry: EntryView; text: Text }) {
  const { facts } = entry;
  const status = `records.status.${entry.status}` as 'records.status.active';
  const worded = (reading: Reading) => {
    const flag = `records.flag.${reading.flag}` as 'records.flag.high';
    const value = [`${reading.value} ${unitWord(reading.unit, t)}`.trim(), t.has(flag) ? t(flag) : '']
      .filter(Boolean)
      .join(' ');
    return [value, reading.low || reading.high ? rangeText(reading, t) : ''].filter(Boolean).join(' · ');
  };
  const particulars = [
    facts.critical ? t('records.critical') : '',
    facts.reading ? worded(facts.reading) : '',
    ...(facts.parts ?? []).map((part) => `${part.title} ${worded(part)}`),
    ...[facts.dose, facts.reaction, facts.conclusion],
    facts.lot ? t('records.lot', { lot: facts.lot }) : '',
    entry.type !== 'Observation' && t.has(status) ? t(status) : '',
    entry.startsAt ? f.isoDay(entry.startsAt) : '',
    entry.facilityName,
    entry.note ? t('privacy.entry.note', { text: entry.note }) : '',
  ];
  const kind = `records.kind.${facts.visitKind ?? 'other'}` as const;
  const visit =
    entry.type === 'Encounter' ? [facts.reason || facts.department, t(kind)].filter(Boolean).join(' · ') : '';
  return (
    <li className={css.line}>
      <strong>{entry.title || visit || facts.reading?.title}</strong> {particulars.filter(Boolean).join(' · ')}
    </li>
  );
}
