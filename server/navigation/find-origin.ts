import type { Context } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import type { OriginInput, OriginView } from './schema/origin.ts';
import type { Point } from './travel.ts';

/** Where the way begins: the area with its path in the tree, and the point to measure from where one is known. */
export type Origin = { view: NonNullable<OriginView>; path: string; level: number; point: Point | null };

type Reader = Pick<Context, 'db' | 'actor'>;
type Row = { code: string; name: string; path: string; level: number; lon: number | null; lat: number | null };

/** An area stands at its own centre, else at that of the smallest area around it that has one. */
const area = {
  name: 'find-origin-area',
  text: `select r.code, r.name, r.path, r.level, c.lon, c.lat from regions r left join lateral (
           select a.lon, a.lat from regions a
           where a.code = any(string_to_array(rtrim(r.path, '/'), '/')) and a.lon is not null
           order by a.level desc limit 1) c on true
         where r.code = $1`,
};
/** The county whose centre is nearest: what an outbreak's notice and the names on the page go by. */
const nearest = {
  name: 'find-origin-near',
  text: `select code, name, path, level, lon, lat from regions where level = 3 and lon is not null
         order by (lat - $2) ^ 2 + ((lon - $1) * cosd($2)) ^ 2 limit 1`,
};

/** What the caller gave, else where the signed-in resident lives, else null. An unknown area is not found. */
export async function findOrigin(ctx: Reader, given: OriginInput | undefined): Promise<Origin | null> {
  if (given && 'lon' in given) return fromPosition(ctx, given);
  if (given) {
    const found = await fromArea(ctx, given.regionCode, 'area');
    if (!found) throw notFound('region');
    return found;
  }
  const own = await findOwnRegion(ctx);
  return own ? fromArea(ctx, own, 'own') : null;
}

async function fromPosition({ db }: Reader, point: Point): Promise<Origin | null> {
  const { rows } = await db.pool.query<Row>({ ...nearest, values: [point.lon, point.lat] });
  const row = rows[0];
  if (!row) return null;
  return {
    view: { kind: 'position', regionCode: row.code, name: row.name },
    path: row.path,
    level: row.level,
    point,
  };
}

async function fromArea({ db }: Reader, code: string, kind: 'area' | 'own'): Promise<Origin | null> {
  const { rows } = await db.pool.query<Row>({ ...area, values: [code] });
  const row = rows[0];
  if (!row) return null;
  const point = row.lon !== null && row.lat !== null ? { lon: row.lon, lat: row.lat } : null;
  return { view: { kind, regionCode: row.code, name: row.name }, path: row.path, level: row.level, point };
}

async function findOwnRegion({ db, actor }: Reader): Promise<string | null> {
  if (actor.kind !== 'resident' || !actor.residentId) return null;
  const { rows } = await db.pool.query<{ code: string | null }>({
    name: 'find-own-region',
    text: 'select region_code as code from residents where id = $1',
    values: [actor.residentId],
  });
  return rows[0]?.code ?? null;
}
