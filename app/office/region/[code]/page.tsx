import { api, load } from '../../../_trpc/server.ts';
import { toMeasure } from '../../figures.ts';
import { RegionView } from '../../region-view.tsx';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ measure?: string | string[] }> };

/** Any region of the official's area; another's is not found. */
export default async function RegionPage({ params, searchParams }: Props) {
  const [{ code }, query] = await Promise.all([params, searchParams]);
  const overview = await load(`/office/region/${code}`, api().reports.regionOverview.query({ regionCode: code }));
  return <RegionView overview={overview} chosen={toMeasure(query.measure)} />;
}
