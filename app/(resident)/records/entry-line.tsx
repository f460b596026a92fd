import Link from 'next/link';
import type { Text } from '../../_text/server.ts';
import { StatusBadge } from '../../_ui/callout.tsx';
import { ReadingValue, rangeText } from './reading-line.tsx';
import type { ReadingView } from './reading-view.ts';
import css from './records.module.css';

type Entry = {
  type: string;
  title: string;
  status: string;
  startsAt: Date | null;
  endsAt: Date | null;
  facilityName: string;
  note?: string | null;
  facts: {
    reading?: ReadingView | undefined;
    parts?: ReadingView[] | undefined;
    dose?: string | undefined;
    reaction?: string | undefined;
    critical?: boolean | undefined;
    lot?: string | undefined;
    conclusion?: string | undefined;
  };
};

/** One entry as a line: what, how it stands, the particulars of its kind, when and where. */
export function EntryLine({ entry, href, t, f }: { entry: Entry; href?: string } & Pick<Text, 't' | 'f'>) {
  const { facts } = entry;
  const status = `records.status.${entry.status}` as 'records.status.active';
  const type = `records.type.${entry.type}` as 'records.type.Condition';
  const particulars = [
    facts.dose,
    facts.reaction,
    facts.conclusion,
    facts.lot ? t('records.lot', { lot: facts.lot }) : '',
  ];
  return (
    <div className={css.entry}>
      <strong>{entry.title || (t.has(type) ? t(type) : entry.type)}</strong>
      <span className={css.badges}>
        {facts.critical ? <StatusBadge tone="stop">{t('records.critical')}</StatusBadge> : null}
        {entry.status && t.has(status) ? (
          <StatusBadge tone={entry.status === 'active' ? 'info' : 'plain'}>{t(status)}</StatusBadge>
        ) : null}
      </span>
      {facts.reading ? <ReadingValue reading={facts.reading} t={t} /> : null}
      {facts.parts?.map((part) => (
        <span key={part.title}>
          {part.title} <ReadingValue reading={part} t={t} />
        </span>
      ))}
      <span className={css.small}>
        {[
          ...particulars,
          facts.reading ? rangeText(facts.reading, t) : '',
          entry.startsAt ? f.isoDay(entry.startsAt) : '',
          entry.facilityName,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {entry.note ? <span className={css.small}>{t('privacy.entry.note', { text: entry.note })}</span> : null}
      {href ? (
        <Link className={css.more} href={href} prefetch={false}>
          {t('kit.details')}
          <span className="sr-only">{entry.title}</span>
        </Link>
      ) : null}
    </div>
  );
}
