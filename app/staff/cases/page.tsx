import type { Metadata } from 'next';
import { CaseLists } from '../../_cases/case-lists.tsx';
import { getText } from '../../_text/server.ts';
import { api, getMe, load } from '../../_trpc/server.ts';
import { Callout } from '../../_ui/callout.tsx';
import { KeepFresh } from '../../_ui/keep-fresh.tsx';
import { PageHead } from '../../_ui/page-head.tsx';
import { mayAnswerCases, type Query, textParam } from '../duties.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('privacy.work.title') };
}

/** What the facility's privacy officer has to answer, as it comes in. */
export default async function CasesPage({ searchParams }: { searchParams: Query }) {
  const { t, f } = await getText();
  const me = await load('/staff/cases', getMe());
  if (!mayAnswerCases(me.roles)) {
    return (
      <>
        <PageHead title={t('privacy.work.title')} />
        <Callout tone="plain" title={t('privacy.work.roles')} />
      </>
    );
  }
  const query = await searchParams;
  // one after the other: two readings of one moment would be two lines in the people's lists of looks
  const open = await load(
    '/staff/cases',
    api().cases.ofFacility.query({ closed: false, cursor: textParam(query.from) }),
  );
  const closed = await load(
    '/staff/cases',
    api().cases.ofFacility.query({ closed: true, cursor: textParam(query.closed) }),
  );
  return (
    <>
      <PageHead
        title={t('privacy.work.title')}
        lead={t('privacy.work.lead')}
        updated={t('kit.updatedAt', { time: f.time(open.asOf) })}
      />
      <KeepFresh everyMs={4000} />
      <CaseLists open={open} closed={closed} as="facility" path="/staff/cases" />
    </>
  );
}
