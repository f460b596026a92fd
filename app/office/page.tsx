import { api, load } from '../_trpc/server.ts';
import { toMeasure } from './figures.ts';
import { LedgerNotice } from './ledger/ledger-notice.tsx';
import { RegionView } from './region-view.tsx';

type Props = { searchParams: Promise<{ measure?: string | string[] }> };

/** The top of the official's own area. */
export default async function OfficePage({ searchParams }: Props) {
  const chosen = toMeasure((await searchParams).measure);
  const overview = await load('/office', api().reports.regionOverview.query({}));
  return (
    <>
      <LedgerNotice />
      <RegionView overview={overview} chosen={chosen} />
    </>
  );
}
