import { addDays, type Clock, regionDay, systemClock } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { answerFinding } from '../reviews/answer-finding.ts';
import { drawSample } from '../reviews/draw-sample.ts';
import { escalateFindings } from '../reviews/follow-reviews.ts';
import { judgeFinding } from '../reviews/judge-finding.ts';
import { planReview } from '../reviews/plan-review.ts';
import { rereadItem } from '../reviews/reread-item.ts';
import { returnFindings } from '../reviews/return-findings.ts';
import { type Base, facilityId, staffOf, withDemo } from './demo-house.ts';
import { findPatients, mendVisit, writeVisits } from './demo-visits-of-review.ts';

const dayMs = 86_400_000;
const county = '510121000000';
const city = '510100000000';

/**
 * What officials found in records of the county hospital: a review of the county whose findings stand at every point
 * of their way, one of them overdue, and one of the city that was just drawn. Once in the life of a demo.
 */
export const openDemoReviews = (url: string, secret: string, clock: Clock = systemClock): Promise<boolean> =>
  withDemo({ url, secret, clock, part: 'demo-reviews' }, async (base) => {
    const known = await base.db.pool.query('select 1 from reviews limit 1');
    const patients = await findPatients(base);
    if (known.rowCount || patients.length === 0) return false;
    const daysAgo = (days: number): Base => ({
      ...base,
      clock: { now: () => new Date(clock.now().getTime() - days * dayMs) },
    });
    await writeVisits(daysAgo, patients);
    await liveThrough(daysAgo, await plan(daysAgo(20), 'county', '秋季门诊病历抽查', county, 20));
    await plan(daysAgo(1), 'city', '全市门诊病历季度抽查', city, 5);
    return true;
  });

type At = (days: number) => Base;
const job = (base: Base) => ({ ...base, actor: { kind: 'system', job: 'demo-reviews' } as const });

async function plan(base: Base, office: string, title: string, areaCode: string, size: number): Promise<string> {
  const today = regionDay(base.clock.now());
  const { id } = await planReview(await officialOf(base, office), {
    ...{ title, areaCode, size, purpose: 'quality', kinds: ['outpatient', 'inpatient'], sizeKind: 'count' },
    ...{ periodFrom: addDays(today, -60), periodTo: today },
  });
  await drawSample(job(base), id);
  return id;
}

type Finding = { id: string; itemId: string; sourceId: string; rule: string };

/** Confirmed, one dropped; returned; one mended and closed, one answered, the others left until after their day. */
async function liveThrough(at: At, reviewId: string): Promise<void> {
  const official = (days: number) => officialOf(at(days), 'county');
  const findings = await proposed(at(19), reviewId);
  for (const [n, { id }] of findings.entries()) {
    const step =
      n === 1
        ? ({ move: 'dismiss', comment: '体检门诊，不需要诊断' } as const)
        : ({ move: 'confirm', comment: '' } as const);
    await judgeFinding(await official(19), { facilityId, id, ...step });
  }
  const dueDay = addDays(regionDay(at(19).clock.now()), 7);
  const comment = '请在系统中补全后答复。';
  await returnFindings(await official(19), { id: reviewId, facilityId, dueDay, comment });
  const [mended, , answered] = findings;
  const manager = { ...at(15), actor: await staffOf(at(15), 'manager') };
  if (mended) {
    await mendVisit(at(16), mended.sourceId);
    await rereadItem(job(at(15)), facilityId, mended.itemId);
    await answerFinding(manager, { id: mended.id, comment: '已补录诊断并重新发送。' });
    await judgeFinding(await official(14), { facilityId, id: mended.id, move: 'accept', comment: '' });
  }
  if (answered) await answerFinding(manager, { id: answered.id, comment: '接口暂时不传这一项，下月升级后补上。' });
  await escalateFindings(job(at(11)));
}

async function proposed({ db }: Base, reviewId: string): Promise<Finding[]> {
  const { rows } = await db.pool.query<Finding>(
    `select f.id, f.item_id as "itemId", i.source_id as "sourceId", f.rule from review_findings f
     join review_items i on i.facility_id = f.facility_id and i.id = f.item_id
     where f.facility_id = $1 and f.review_id = $2 order by f.rule <> 'no-diagnosis', i.number, f.line nulls first`,
    [facilityId, reviewId],
  );
  return rows;
}

/** The sample account of an office of the chain. */
async function officialOf(base: Base, office: string): Promise<ContextOf<'official'>> {
  const { rows } = await base.db.pool.query<ContextOf<'official'>['actor'] & { accountId: string }>(
    'select id as "accountId", display_name as name, region_code as "regionCode" from accounts where login = $1',
    [`official.${office}`],
  );
  const account = rows[0];
  if (!account) throw new Error(`the demo has no official of the ${office}`);
  const { rows: regions } = await base.db.pool.query<{ regionPath: string; level: number }>(
    'select path as "regionPath", level from regions where code = $1',
    [account.regionCode],
  );
  const { regionPath = '', level = 5 } = regions[0] ?? {};
  return { ...base, actor: { ...account, kind: 'official', regionPath, level } };
}
