import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { entryId } from './entry-id.ts';
import { keepHistory } from './keep-history.ts';
import { lockIntake } from './lock-intake.ts';
import { lockPresent, type Present } from './lock-present.ts';
import { isNewer } from './rules.ts';
import { spreadTopics, type Visit } from './spread-topics.ts';
import { type Change, tally } from './tally.ts';
import { tellPlanning } from './tell-planning.ts';
import type { Placed, Told } from './told.ts';
import { withdrawRows } from './withdraw-entries.ts';
import { writeEntries } from './write-entries.ts';

export type TakenIn = { added: number; changed: number; unchanged: number };

/**
 * Takes over what a hospital tells of persons whose record is known (`residentOf`, by the hospital's patient).
 * A later version replaces the one before, which goes to the history; older and repeated ones change nothing,
 * so that pages may come twice and in any order. What a hospital had written of the wrong patient is withdrawn there.
 * One audit row a call.
 */
export async function takeIn(
  tx: Tx,
  ctx: Context,
  facilityId: string,
  told: readonly Told[],
  residentOf: ReadonlyMap<string, string>,
): Promise<TakenIn> {
  await lockIntake(tx, facilityId);
  const placed = place(facilityId, told, residentOf);
  const { known, strays } = await lockPresent(tx, placed);
  const news = placed.flatMap((one) => {
    const before = known.get(one.id);
    const stray = strays.get(one.id);
    if ((before && !isNewer(one, before)) || (stray && !isNewer(one, stray))) return [];
    return [{ ...one, count: (before?.count ?? 0) + 1 }];
  });
  await withdrawRows(
    tx,
    ctx,
    facilityId,
    news.flatMap((one) => strays.get(one.id) ?? []),
  );
  const changed = news.filter((one) => one.count > 1);
  await keepHistory(tx, changed);
  await writeEntries(tx, ctx, facilityId, news);
  await tally(
    tx,
    facilityId,
    news.map((one) => changeOf(one, known.get(one.id))),
    ctx.clock.now(),
  );
  const spread = await spreadTopics(tx, news.flatMap(visitOf));
  await tellPlanning(tx, [...news, ...spread]);
  const done = { added: news.length - changed.length, changed: changed.length, unchanged: told.length - news.length };
  if (news.length > 0) {
    const types = [...new Set(news.map((one) => one.type))];
    const entry = { action: 'records.take-in', subjectType: 'facility', subjectId: facilityId };
    await recordAudit(tx, ctx, { facilityId, ...entry, detail: { ...done, types } });
  }
  return done;
}

function visitOf({ type, id, residentId, encounterId }: Placed): Visit[] {
  const visit = type === 'Encounter' ? id : encounterId;
  return visit ? [{ residentId, visit }] : [];
}

const changeOf = (one: Placed, before: Present | undefined): Change => ({
  ...one,
  before: before ?? null,
  after: { deleted: false, findings: one.findings, gap: one.gap },
});

/** Where each goes; of several versions in one page only the latest. */
function place(facilityId: string, told: readonly Told[], residentOf: ReadonlyMap<string, string>): Placed[] {
  const latest = new Map<string, Placed>();
  for (const one of told) {
    const residentId = residentOf.get(one.patient);
    if (!residentId) throw new Error('a resource of a patient who was not placed');
    const id = entryId(facilityId, one.type, one.sourceId);
    const encounterId = one.encounter && entryId(facilityId, 'Encounter', one.encounter);
    const before = latest.get(id);
    if (!before || isNewer(one, before)) latest.set(id, { ...one, id, residentId, encounterId, count: 0 });
  }
  return [...latest.values()];
}
