import type { z } from 'zod';
import { regionDay } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { nameOfCode } from '../advise/rules.ts';
import { substituteOf } from '../families.ts';
import { findEarliest } from '../find-earliest.ts';
import { findOrigin } from '../find-origin.ts';
import { findTariff, tariffView } from '../find-tariff.ts';
import type { ChoiceRow, ChooseInput, chooseOutput } from '../schema/choose.ts';
import type { Bilingual } from '../understand/schema.ts';
import { type Candidate, type Doctors, listCandidates, listDoctors } from './candidates.ts';
import { after, fromCursor, inOrder, toCursor } from './order.ts';
import { type Best, reasonsOf } from './reasons.ts';
import { type Facts, type Ranked, weigh } from './weigh.ts';

type Reader = Pick<Context, 'db' | 'clock' | 'actor'>;

/**
 * Hospitals with a department of the family, ranked by journey, earliest number, own share and capability under
 * the given weights (E7). All are weighed each time, because any of them may come first under other weights.
 */
export async function choose(ctx: Reader, input: ChooseInput): Promise<z.infer<typeof chooseOutput>> {
  const asOf = ctx.clock.now();
  const today = regionDay(asOf);
  const origin = await findOrigin(ctx, input.origin);
  const { candidates, department } = await findDepartment(ctx, input.code);
  const tariff = await findTariff(ctx.db.pool, today);
  const ids = candidates.map((candidate) => candidate.departmentId);
  const facts: Facts = { earliest: await findEarliest(ctx, ids), tariff, origin, today };
  const ranked = candidates.map((candidate) => weigh(candidate, input, facts)).sort(inOrder);
  const rest = ranked.filter(after(fromCursor(input.cursor)));
  const page = rest.slice(0, input.limit);
  const doctors = await listDoctors(
    ctx.db.pool,
    page.map((row) => row.departmentId),
    today,
  );
  const best = bestOf(ranked);
  const last = page.at(-1);
  return {
    rows: page.map((row) => toRow(row, best, input, doctors.get(row.departmentId))),
    next: rest.length > page.length && last ? toCursor(last) : null,
    total: ranked.length,
    department,
    origin: origin?.view ?? null,
    weights: input.weights,
    tariff: tariffView(tariff),
    asOf,
  };
}

function toRow({ measures, ...row }: Ranked, best: Best, { weights }: ChooseInput, doctors?: Doctors): ChoiceRow {
  const { level, grade, specialist } = measures;
  const told = { measures, parts: row.parts, km: row.travel?.km ?? null, date: row.earliest?.date ?? null };
  return {
    ...row,
    capability: { level, grade, specialist, seniors: doctors?.seniors ?? 0 },
    reasons: reasonsOf(told, best, weights),
    doctors: doctors?.first ?? [],
  };
}

type Department = { code: string; name: Bilingual; instead: Bilingual | null };

/** The hospitals that have it; where none has, those of the department that takes its patients. */
async function findDepartment(ctx: Reader, code: string): Promise<{ candidates: Candidate[]; department: Department }> {
  const name = await nameOf(ctx, code);
  if (!name) throw notFound('department');
  const own = await listCandidates(ctx.db.pool, code);
  const other = own.length === 0 ? substituteOf(code) : null;
  if (!other) return { candidates: own, department: { code, name, instead: null } };
  const candidates = await listCandidates(ctx.db.pool, other);
  return { candidates, department: { code: other, name, instead: await nameOf(ctx, other) } };
}

async function nameOf({ db }: Reader, code: string): Promise<Bilingual | null> {
  const known = nameOfCode(code);
  if (known) return known;
  const { rows } = await db.pool.query<{ name: string }>({
    name: 'find-catalog-name',
    text: 'select name from department_catalog where code = $1',
    values: [code],
  });
  const name = rows[0]?.name.replace(/专业$/, '');
  return name ? { zh: name, en: name } : null;
}

/** The best on each side among the places that may be gone to. */
function bestOf(rows: Ranked[]): Best {
  const open = rows.filter((row) => row.eligible.can);
  const least = (values: (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    return known.length > 0 ? Math.min(...known) : null;
  };
  return {
    minutes: least(open.map((row) => row.measures.minutes)),
    days: least(open.map((row) => row.measures.days)),
    ownFen: least(open.map((row) => row.measures.ownFen)),
    capability: Math.max(0, ...open.map((row) => row.parts.capability)),
  };
}
