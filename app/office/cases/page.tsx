import type { Metadata } from 'next';
import { CaseLists } from '../../_cases/case-lists.tsx';
import { getText } from '../../_text/server.ts';
import { api, load } from '../../_trpc/server.ts';
import { PageHead } from '../../_ui/page-head.tsx';
import type { PageInput } from '../../_ui/page-input.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('privacy.work.officeTitle') };
}

/** What facilities of the area did not answer in time. */
export default async function CasesPage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const { from, closed: past } = await searchParams;
  const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
  // one after the other: two readings of one moment would be two lines in the people's lists of looks
  const open = await load('/office/cases', api().cases.ofArea.query({ closed: false, cursor: textOf(from) }));
  const closed = await load('/office/cases', api().cases.ofArea.query({ closed: true, cursor: textOf(past) }));
  return (
    <>
      <PageHead
        title={t('privacy.work.officeTitle')}
        lead={t('privacy.work.officeLead')}
        updated={t('kit.updatedAt', { time: f.time(open.asOf) })}
      />
      <CaseLists open={open} closed={closed} as="office" path="/office/cases" />
    </>
  );
}
