import type { Context } from '../../kernel/context.ts';
import { Fault } from '../../kernel/errors.ts';
import { listDoors } from '../doors/queries.ts';
import { findOrigin, type Origin } from '../find-origin.ts';
import { listLiveOutbreaks } from '../outbreaks/queries.ts';
import type { AdviceAnswer, Answer, AskInput, Story } from '../schema/ask.ts';
import type { DoorView, ServiceKind } from '../schema/services.ts';
import type { Understanding } from '../understand/schema.ts';
import { understand } from '../understand/understand.ts';
import { type AdviceEvent, countAdvice } from './count-advice.ts';
import { type CurrentRules, currentRules, modelVersion, settingOf } from './current-rules.ts';
import { type Flag, signsToAsk, tappedSigns } from './danger-signs.ts';
import { generalPractice, nameOfLabel, shownOf, surenessOf } from './rules.ts';
import { adviseTier } from './tier-sides.ts';

type Asker = Pick<Context, 'db' | 'clock' | 'log' | 'actor'>;
type Version = Answer['version'];

/** Doors named on a page that somebody reads in haste. */
const doorsShown = 3;

/** The words as one text: what was typed, what was tapped, what was answered. */
export const wordsOf = ({ text, added }: Pick<Story, 'text' | 'added'>): string =>
  [text, ...added].filter((part) => part !== '').join('，');

/**
 * From what a resident tells to the right door. Danger comes first and needs no database; the words are
 * read, counted without a trace of them, and forgotten.
 */
export async function ask(ctx: Asker, input: AskInput): Promise<Answer> {
  const rules = await currentRules(ctx);
  const read = understand(wordsOf(input), input.facts, rules);
  const version = { rules: rules.version, model: modelVersion };
  const flags: Flag[] = [...tappedSigns(input.signs), ...read.flags.map(({ rule }) => rule)];
  const raised: Raised = (kind) => flags.filter((flag) => flag.kind === kind);
  if (raised('emergency').length > 0) return emergency(ctx, input, rules, raised, version);
  if (raised('crisis').length > 0) {
    const [first] = raised('crisis');
    await count(ctx, version, { outcome: 'crisis', ruleId: first?.id ?? '' });
    return { kind: 'crisis', flags: raised('crisis').map(flagView), hotline: hotlineOf(rules), version };
  }
  const origin = await findOrigin(ctx, input.origin);
  const outbreak = raised('fever').length > 0 ? await feverRule(ctx, raised('fever'), origin, version) : null;
  if (outbreak) return outbreak;
  if (input.signs !== 'unasked') return advise(ctx, input, { read, origin, version });
  return { kind: 'signs', signs: signsToAsk(wordsOf(input), input.facts), flags: [], version };
}

type Raised = (kind: Flag['kind']) => Flag[];
const flagView = ({ id, kind, name, reason, source }: Flag) => ({ id, kind, name, reason, source });

function hotlineOf(rules: CurrentRules) {
  const { value, name, reason, validFrom, source } = settingOf(rules, 'crisis-hotline');
  return { number: value, name, reason, validFrom, source };
}

async function emergency(
  ctx: Asker,
  input: AskInput,
  rules: CurrentRules,
  raised: Raised,
  version: Version,
): Promise<Answer> {
  const flags = raised('emergency');
  const { origin, doors } = await nearestDoors(ctx, input.origin).catch(withoutDatabase(ctx));
  await count(ctx, version, { outcome: 'emergency', ruleId: flags[0]?.id ?? '' });
  return {
    kind: 'emergency',
    call: '120',
    flags: flags.map(flagView),
    doors,
    hotline: raised('crisis').length > 0 ? hotlineOf(rules) : null,
    origin: origin?.view ?? null,
    version,
  };
}

async function nearestDoors(ctx: Asker, given: AskInput['origin']) {
  // an area that does not exist is no reason to keep anybody from the emergency page
  const origin = await findOrigin(ctx, given).catch((error) => {
    if (error instanceof Fault) return null;
    throw error;
  });
  return { origin, doors: await openDoors(ctx, 'emergency', origin) };
}

const withoutDatabase = (ctx: Asker) => (error: unknown) => {
  ctx.log.warn({ err: error }, 'emergency departments unreachable: 120 alone is given');
  return { origin: null, doors: [] as DoorView[] };
};

/** Doors that are open now, without the ids by which anything could be booked. */
async function openDoors(ctx: Asker, kind: ServiceKind, origin: Origin | null): Promise<DoorView[]> {
  const doors = await listDoors(ctx, kind, origin);
  return doors
    .filter((door) => door.open)
    .slice(0, doorsShown)
    .map(({ facilityId: _, ...door }) => door);
}

/** The area's rule for fever, where an outbreak is on; else null, and fever is advised on like anything else. */
async function feverRule(ctx: Asker, flags: Flag[], origin: Origin | null, version: Version): Promise<Answer | null> {
  const [notice] = await listLiveOutbreaks(ctx, origin?.path ?? null);
  if (!notice) return null;
  const doors = await openDoors(ctx, 'fever', origin);
  await count(ctx, version, { outcome: 'fever', ruleId: flags[0]?.id ?? '' });
  return { kind: 'fever', flags: flags.map(flagView), notice, doors, origin: origin?.view ?? null, version };
}

type Reading = { read: Understanding; origin: Origin | null; version: Version };

async function advise(ctx: Asker, input: AskInput, { read, origin, version }: Reading): Promise<AdviceAnswer> {
  const sureness = surenessOf(read.confidence);
  const shown = shownOf(read.ranked, read.terms.length > 0 || sureness !== 'unsure');
  const first = shown[0]?.code ?? '';
  const told = { words: wordsOf(input), facts: input.facts, first, sureness };
  const tier = await adviseTier(ctx, told, origin);
  await count(ctx, version, { outcome: 'advice', advised: first, sureness });
  return {
    kind: 'advice',
    departments: shown.map(({ label, code, share, reasons }) => ({
      ...{ label, name: nameOfLabel(label), code, share },
      reasons: reasons.slice(0, 3),
    })),
    confidence: read.confidence,
    sureness,
    ask: read.ask,
    general: sureness === 'unsure' ? generalPractice : null,
    flags: read.flags.map(({ rule }) => flagView(rule)),
    tier,
    origin: origin?.view ?? null,
    version,
  };
}

/** Counting is for learning: when it fails, the answer stands. */
async function count(
  ctx: Asker,
  { rules, model }: Version,
  event: Pick<AdviceEvent, 'outcome'> & Partial<AdviceEvent>,
): Promise<void> {
  const plain = { rules, model, ruleId: '', advised: '', sureness: '' as const, chosen: '', rank: 0 };
  await countAdvice(ctx, { ...plain, ...event }).catch((error) => ctx.log.warn({ err: error }, 'advice not counted'));
}
