import type { Metadata } from 'next';
import { guardedTopics } from '#server/consents/schema.ts';
import { paperParts } from '#server/records/schema/take.ts';
import type { EntryView } from '#server/records/schema.ts';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api } from '../../../../_trpc/server.ts';
import { Callout } from '../../../../_ui/callout.tsx';
import { Column, PageHead } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { loadRecord } from '../../load-record.ts';
import { readWhose } from '../../whose.ts';
import css from './paper.module.css';
import { PaperLine } from './paper-line.tsx';
import { PrintPaper } from './print-paper.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('take.paper') };
}

/** The summary on paper, black on white: for a doctor who has no computer, and a printer that has no colours. */
export default async function PaperPage({ searchParams }: PageInput) {
  const text = await getText();
  const { t, f } = text;
  const whose = await readWhose('/records/take', searchParams);
  const { residentId } = whose;
  const search = await searchParams;
  const topics = guardedTopics.filter((topic) => search[topic] === 'on');
  const paper = await loadRecord('/records/take', whose, api().records.paper.query({ residentId, topics }));
  const { person, parts, partly, asOf } = paper;
  const facts = [t(`me.sex.${person.sex}`), t('take.born', { date: person.birthDate }), person.idMasked];
  const needed = (entries: readonly EntryView[], part: string) => entries.length > 0 || always.includes(part);
  return (
    <Column>
      <PageHead
        title={t('take.who', { name: person.name })}
        lead={facts.join(' · ')}
        back={{ href: `/records/take${whose.query}`, label: t('take.title') }}
      />
      <div className={`${css.action} no-print`}>
        <TextProvider areas={['take']}>
          <PrintPaper />
        </TextProvider>
      </div>
      {partly ? <Callout tone="info">{t('take.partly')}</Callout> : null}
      {paperParts.map((part) =>
        needed(parts[part], part) ? (
          <section key={part} className={css.part}>
            <h2>{t(`take.part.${part}`)}</h2>
            {parts[part].length === 0 ? (
              <p>{t('take.none')}</p>
            ) : (
              <ul>
                {parts[part].map((entry) => (
                  <PaperLine key={entry.id} entry={entry} text={text} />
                ))}
              </ul>
            )}
          </section>
        ) : null,
      )}
      <p className={css.foot}>
        {t('take.source')} {t('take.printed', { time: f.stamp(asOf) })}
      </p>
    </Column>
  );
}

/** What a doctor looks for first: said also where nothing is known. */
const always: readonly string[] = ['allergies', 'medicines', 'problems'];
