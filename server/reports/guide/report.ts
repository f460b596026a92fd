import { regionDay } from '../../kernel/clock.ts';
import { findLiveRules } from '../../navigation/learn/live-rules.ts';
import { isFound, isGrave, passes, readCases } from '../../navigation/learn/replay.ts';
import { readStoredCases } from '../../navigation/learn/run-replay.ts';
import { modelVersion } from '../../navigation/understand/model/trained.ts';
import { type Official, reachRegion } from '../queries/scope.ts';
import type { GuideReport, GuideReportInput } from '../schema/guide.ts';
import { type Names, readAdvice, readNames } from './read-advice.ts';
import { readVisits, type VisitGroup } from './read-visits.ts';
import { addTally, figuresOf, hideSmall, monthBefore, noVisits, smallest, type Tally, urgentBar } from './rules.ts';

const facilitiesShown = 200;

/** Advised against seen, and the evidence of safety (E3, E19). Throws region-not-found outside the official's area. */
export async function getGuideReport(ctx: Official, input: GuideReportInput): Promise<GuideReport> {
  const region = await reachRegion(ctx, input.regionCode);
  const now = ctx.clock.now();
  const until = input.until ?? regionDay(now).slice(0, 7);
  const from = monthBefore(until, input.months - 1);
  const rulesVersion = input.rulesVersion ?? null;
  const span = { from: `${from}-01`, before: `${monthBefore(until, -1)}-01`, rulesVersion };
  const names = await readNames(ctx.db);
  const visits = await readVisits(ctx.db, { ...span, path: region.path });
  const advice = await readAdvice(ctx.db, span, names);
  return {
    region: { code: region.code, name: region.name, level: region.level },
    ...{ from, until, rulesVersion, bar: urgentBar, smallest },
    total: figuresOf(sumOf(visits)),
    ...parts(visits, names),
    ...pairsOf(visits, names),
    ...(await readSafety(ctx, now)),
    advice,
    asOf: now,
  };
}

const sumOf = (groups: VisitGroup[]): Tally => groups.reduce((sum, { tally }) => addTally(sum, tally), noVisits);

/** The same visits by month, version, facility and department advised, each with its own denominator. */
function parts(visits: VisitGroup[], names: Names) {
  const by = (key: (group: VisitGroup) => string) => [...Map.groupBy(visits, key).values()];
  const most = (a: VisitGroup[], b: VisitGroup[]) => sumOf(b).visits - sumOf(a).visits;
  const first = (groups: VisitGroup[]) => groups[0] as VisitGroup;
  return {
    byMonth: by(({ month }) => month)
      .map((groups) => ({ month: first(groups).month, ...figuresOf(sumOf(groups)) }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
    byVersion: by(({ rules, model }) => `${rules} ${model}`)
      .sort(most)
      .map((groups) => ({ rules: first(groups).rules, model: first(groups).model, ...figuresOf(sumOf(groups)) })),
    byFacility: by(({ facilityId }) => facilityId)
      .sort(most)
      .slice(0, facilitiesShown)
      .map((groups) => ({
        facilityId: first(groups).facilityId,
        name: first(groups).facilityName,
        ...figuresOf(sumOf(groups)),
      })),
    byDepartment: by(({ advised }) => advised)
      .sort(most)
      .map((groups) => ({
        code: first(groups).advised,
        name: names(first(groups).advised),
        ...figuresOf(sumOf(groups)),
      })),
  };
}

/** Where people went who were not seen in the department advised first, the commonest first. */
function pairsOf(visits: VisitGroup[], names: Names): Pick<GuideReport, 'pairs' | 'otherPairs'> {
  const missed = visits.filter(({ tally }) => tally.first === 0);
  const counted = [...Map.groupBy(missed, ({ advised, seen }) => `${advised} ${seen}`).values()].map((groups) => {
    const { advised, seen } = groups[0] as VisitGroup;
    return {
      advised: { code: advised, name: names(advised) },
      seen: { code: seen, name: names(seen) },
      visits: sumOf(groups).visits,
    };
  });
  const others = counted.filter((pair) => pair.visits < smallest).reduce((sum, pair) => sum + pair.visits, 0);
  return {
    pairs: counted.filter((pair) => pair.visits >= smallest).sort((a, b) => b.visits - a.visits),
    otherPairs: hideSmall(others),
  };
}

/** The stored cases under the rules in force now. */
async function readSafety(ctx: Official, now: Date): Promise<Pick<GuideReport, 'cases' | 'live'>> {
  const rules = await findLiveRules(ctx.db, now);
  const stored = await readStoredCases(ctx.db.pool);
  const readings = await readCases(stored, rules);
  const read = stored.flatMap((each, i) => {
    const reading = readings[i];
    return reading ? [{ each, reading }] : [];
  });
  const grave = read.filter(({ each }) => isGrave(each));
  return {
    cases: {
      stored: read.length,
      passing: read.filter(({ each, reading }) => passes(each, reading)).length,
      emergencies: grave.length,
      missed: grave.filter(({ each, reading }) => !isFound(each, reading)).length,
    },
    live: {
      rules: rules.version,
      model: modelVersion,
      fromProgram: rules.origin === 'program',
      unreadable: rules.unreadable.length,
    },
  };
}
