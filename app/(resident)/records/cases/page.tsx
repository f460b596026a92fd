import type { Metadata } from 'next';
import { CasePanel } from '../../../_cases/case-panel.tsx';
import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { EmptyState } from '../../../_ui/callout.tsx';
import { KeepFresh } from '../../../_ui/keep-fresh.tsx';
import { Column, PageHead, Stack } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { PrivacyLinks } from '../privacy-links.tsx';
import { readWhose } from '../whose.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('privacy.case.title') };
}

/** Everything asked about the record, each with its clock and its answer. */
export default async function CasesPage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const whose = await readWhose('/records/cases', searchParams);
  const { residentId } = whose;
  const { cases, asOf } = await load('/records/cases', api().cases.mine.query({ residentId }));
  return (
    <Column>
      <PageHead
        title={t('privacy.case.title')}
        lead={t('privacy.case.lead')}
        back={{ href: `/records${whose.query}`, label: t('records.title') }}
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      <KeepFresh />
      <PrivacyLinks whose={whose} here="/records/cases" />
      {cases.length === 0 ? (
        <EmptyState
          title={t('privacy.case.empty')}
          action={<ButtonLink href={`/records/access${whose.query}`}>{t('privacy.look.title')}</ButtonLink>}
        >
          {t('privacy.case.emptyText')}
        </EmptyState>
      ) : (
        <Stack>
          {cases.map((one) => (
            <CasePanel key={one.id} one={one} now={asOf} />
          ))}
        </Stack>
      )}
    </Column>
  );
}
