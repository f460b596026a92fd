import type { Metadata } from 'next';
import { getText } from '../../_text/server.ts';
import { api, load } from '../../_trpc/server.ts';
import { EmptyState } from '../../_ui/callout.tsx';
import { PageHead } from '../../_ui/page-head.tsx';
import { FlagTable } from '../../office/behaviour/flag-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('behaviour.title') };
}

/** Hints about this facility alone, for its manager; the verdict is the officials'. */
export default async function StaffBehaviourPage() {
  const { t, f } = await getText();
  const { flags, asOf } = await load('/staff/behaviour', api().behaviour.ofFacility.query());
  return (
    <>
      <PageHead
        title={t('behaviour.title')}
        lead={t('behaviour.staffLead')}
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      {flags.length > 0 ? (
        <FlagTable flags={flags} />
      ) : (
        <EmptyState title={t('behaviour.empty')}>{t('behaviour.emptyHint')}</EmptyState>
      )}
    </>
  );
}
