import type { Metadata } from 'next';
import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, load } from '../../_trpc/server.ts';
import { Callout } from '../../_ui/callout.tsx';
import { PageHead, Panel, Section, Stack } from '../../_ui/page-head.tsx';
import { RuleLog } from '../../staff/rules/rule-log.tsx';
import { BoundsForm } from './bounds-form.tsx';
import { BoundsTable } from './bounds-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('rules.office.title') };
}

/** Between which values hospitals choose their rules, from when on, and everything that was changed anywhere. */
export default async function OfficeRulesPage() {
  const { t, f } = await getText();
  const rules = await load('/office/rules', api().rules.province.query());
  return (
    <>
      <PageHead
        title={t('rules.office.title')}
        lead={t('rules.office.lead')}
        updated={t('kit.updatedAt', { time: f.time(rules.asOf) })}
      />
      <Section title={t('rules.office.now')}>
        <BoundsTable bounds={rules.bounds} values={rules.values} />
      </Section>
      {rules.coming.map((row) => (
        <Section key={row.effectiveFrom} title={t('rules.office.coming', { date: f.day(row.effectiveFrom) })}>
          <BoundsTable bounds={row.bounds} values={rules.values} before={rules.bounds} />
        </Section>
      ))}
      <Section title={t('rules.office.change')}>
        {rules.mayChange ? (
          <Panel>
            <Stack>
              <p>{t('rules.office.moves')}</p>
              <TextProvider areas={['rules']}>
                <BoundsForm bounds={rules.coming.at(-1)?.bounds ?? rules.bounds} earliest={rules.earliest} />
              </TextProvider>
            </Stack>
          </Panel>
        ) : (
          <Callout tone="info" title={t('rules.office.readOnly')} />
        )}
      </Section>
      <RuleLog changes={rules.changes} />
    </>
  );
}
