import type { Context } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import type { Rule } from './sample.ts';

export type Review = Rule & {
  id: string;
  title: string;
  officePath: string;
  areaCode: string;
  areaName: string;
  facilityIds: string[];
  createdAt: Date;
  createdByName: string;
};

export const reviewColumns = `r.id, r.title, r.purpose, r.office_path as "officePath", r.area_code as "areaCode",
  a.name as "areaName", r.kinds, r.period_from::text as "periodFrom", r.period_to::text as "periodTo",
  r.size_kind as "sizeKind", r.size, r.seed, r.facility_ids as "facilityIds", r.created_at as "createdAt",
  r.created_by_name as "createdByName"`;

/** A review as it was written; whoever asks has proven that it is theirs to read. */
export async function getReview({ db }: Pick<Context, 'db'>, id: string): Promise<Review> {
  const { rows } = await db.pool.query<Review>({
    name: 'get-review',
    text: `select ${reviewColumns} from reviews r join regions a on a.code = r.area_code where r.id = $1`,
    values: [id],
  });
  if (!rows[0]) throw notFound('review');
  return rows[0];
}
