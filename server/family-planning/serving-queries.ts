import type { z } from 'zod';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { fertilityRuleOn } from './eligibility/fertility.ts';
import type { servingInput, servingOutput } from './schema/registration.ts';

type Output = z.infer<typeof servingOutput>;

/** Centres to which one may declare: of the own township, else of the area that is asked for; and the rule of the day. */
export async function listServing(
  ctx: ContextOf<'resident'>,
  { regionCode }: z.infer<typeof servingInput>,
): Promise<Output> {
  const asOf = ctx.clock.now();
  const rule = fertilityRuleOn(regionDay(asOf));
  if (!rule) throw refused('fertility-no-rule');
  const { from, validYears, asksMarriage } = rule;
  const area = regionCode ?? (await townshipOf(ctx));
  const facilities = area ? await centresOf(ctx, area) : [];
  return { facilities, rule: { from, validYears, asksMarriage }, asOf };
}

/** Nine digits of the home's code name its township. */
async function townshipOf({ db, actor }: ContextOf<'resident'>): Promise<string | null> {
  const { rows } = await db.pool.query<{ code: string | null }>({
    name: 'township-of-resident',
    text: `select rpad(left(region_code, 9), 12, '0') as code from residents where id = $1`,
    values: [actor.residentId],
  });
  return rows[0]?.code ?? null;
}

async function centresOf({ db }: ContextOf<'resident'>, area: string): Promise<Output['facilities']> {
  const { rows } = await db.pool.query<Output['facilities'][number]>({
    name: 'centres-that-serve',
    text: `select f.id, f.name, f.address, f.phone from regions r join facilities f on starts_with(f.region_path, r.path)
           where r.code = $1 and f.kind = 'township_centre' order by f.id limit 60`,
    values: [area],
  });
  return rows;
}
