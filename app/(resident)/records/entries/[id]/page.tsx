import type { Metadata } from 'next';
import { CasePanel } from '../../../../_cases/case-panel.tsx';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api } from '../../../../_trpc/server.ts';
import { Callout } from '../../../../_ui/callout.tsx';
import { Column, PageHead, Panel, Section, Stack } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { EntryLine } from '../../entry-line.tsx';
import { loadRecord } from '../../load-record.ts';
import css from '../../records.module.css';
import { readWhose } from '../../whose.ts';
import { AskCorrection, HideEntry, ShowEntry } from './entry-actions.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('privacy.entry.title') };
}

/** One entry: what it says, how often it was changed, who else sees it, and the way to have it put right. */
export default async function EntryPage({ params, searchParams }: PageInput<'id'>) {
  const { t, f } = await getText();
  const { id } = await params;
  const path = `/records/entries/${id}`;
  const whose = await readWhose(path, searchParams);
  const asked = { residentId: whose.residentId, id };
  const found = await loadRecord(path, whose, api().records.entry.query(asked));
  const { entry, text, versions, cases, owner, hiddenBy } = found;
  const open = cases.some((one) => one.stage !== 'closed');
  return (
    <Column>
      <PageHead
        title={t('privacy.entry.title')}
        back={{ href: `/records${whose.query}`, label: t('records.title') }}
        lead={hiddenBy ? t('privacy.entry.hidden') : undefined}
      />
      <ul className={css.lines}>
        <li>
          <EntryLine entry={entry} t={t} f={f} />
        </li>
      </ul>
      {text ? (
        <Section title={t('privacy.entry.text')}>
          <Panel>
            <p className={css.text}>{text}</p>
          </Panel>
        </Section>
      ) : null}
      {owner ? (
        <TextProvider areas={['privacy']}>
          <Stack>
            {hiddenBy ? <ShowEntry residentId={whose.residentId} id={hiddenBy} /> : <HideEntry {...asked} />}
            {open ? null : <AskCorrection {...asked} />}
          </Stack>
        </TextProvider>
      ) : (
        <Callout tone="info">{t('records.guarded')}</Callout>
      )}
      {cases.length > 0 ? (
        <Section title={t('privacy.entry.questions')}>
          <Stack>
            {cases.map((one) => (
              <CasePanel key={one.id} one={one} now={new Date()} />
            ))}
          </Stack>
        </Section>
      ) : null}
      <Section title={t('privacy.entry.versions')}>
        <Panel>
          {versions.length < 2 ? <p>{t('privacy.entry.oneVersion')}</p> : null}
          <ol>
            {versions.map(({ version, at }) => (
              <li key={version}>{t('privacy.entry.version', { n: version, time: f.stamp(at) })}</li>
            ))}
          </ol>
        </Panel>
      </Section>
    </Column>
  );
}
