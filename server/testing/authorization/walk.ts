import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { pino } from 'pino';
import type { Database } from '#db/client.ts';
import { gates, mayCall, policy } from '../../authorization-policy.ts';
import type { testContext } from '../../kernel/test-context.ts';
import type { appRouter } from '../../root.ts';
import { mayKnow } from './expected.ts';
import { type House, now } from './house.ts';

/** The product, as it is or with a guard taken out of it. */
export type Product = { appRouter: typeof appRouter; testContext: typeof testContext };
/** Somebody learnt what is not theirs, or came through a gate that is not for them (`canary` is then 'gate'). */
export type Leak = { actor: string; procedure: string; canary: string };
export type Walked = { leaks: Leak[]; known: Map<string, Set<string>>; calls: number; answered: number };

type Call = { procedure: string; input: unknown };
type Kind = 'query' | 'mutation';

const kindsOf = ({ appRouter }: Product): Map<string, Kind> => {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: Kind } }>;
  return new Map(Object.entries(procedures).map(([path, { _def }]) => [path, _def.type]));
};

/** Every id there is, in one input: each procedure takes of it what it knows. */
function inputsOf(house: House): Record<string, unknown>[] {
  return ['P', 'P2', 'C', 'T', 'U'].map((name) => ({
    ...house.ids,
    residentId: house.people[name]?.residentId,
    eventId: name === 'C' ? house.ids.childEventId : house.ids.eventId,
    ...{ section: 'problems', name: 'canary', code: 'CODE023', purpose: 'treatment', topic: 'general' },
    ...{
      given: true,
      textVersion: 1,
      hours: 24,
      cause: 'other',
      reason: '没有关系也想看一看',
      question: '为什么看我的档案',
    },
    topics: ['family_planning', 'sexual_health', 'mental_health'],
    ...{ kind: 'facility', outcome: 'justified', answer: '试着答复', from: house.ids.date, days: 7 },
  }));
}

const readsOfRecords = ['records.', 'consents.', 'cases.'];

/** What is asked of everybody: records first and of every person, by every entry; then all other procedures. */
function callsOf(house: House, kinds: Map<string, Kind>, kind: Kind): Call[] {
  const paths = [...kinds].flatMap(([path, its]) => (its === kind ? [path] : []));
  const inputs = inputsOf(house);
  const about = (path: string) => readsOfRecords.some((room) => path.startsWith(room));
  const closely = paths.filter(about).flatMap((procedure) => inputs.map((input) => ({ procedure, input })));
  const past = ['cases.ofFacility', 'cases.ofArea'].map((procedure) => ({ procedure, input: { closed: true } }));
  const one = kind === 'query' ? [...entryCalls(house), ...past] : [];
  const others = paths.filter((path) => !about(path)).map((procedure) => ({ procedure, input: inputs[0] }));
  return [...closely, ...one, ...others];
}

function entryCalls(house: House): Call[] {
  return Object.values(house.people).flatMap(({ residentId, entries }) => [
    ...['medicines', 'allergies', 'vaccinations', 'documents'].map((section) => ({
      procedure: 'records.section',
      input: { residentId, section },
    })),
    ...entries.flatMap(({ id, type, title }): Call[] => [
      { procedure: 'records.entry', input: { residentId, id } },
      ...(type === 'Encounter' ? ['records.visit', 'records.patientVisit'] : []).map((procedure) => ({
        procedure,
        input: { residentId, id },
      })),
      ...(type === 'Observation' ? ['records.trend', 'records.patientTrend'] : []).map((procedure) => ({
        procedure,
        input: { residentId, key: `name|${title}` },
      })),
    ]),
  ]);
}

const canaries = /canary-([\w-]+)/g;

/** Everything that leaves the server for one call: body, headers, and what was logged. */
async function answerOf(product: Product, db: Database, house: House, actorName: string, kind: Kind, call: Call) {
  const logged: string[] = [];
  const actor = house.actors[actorName] ?? { kind: 'anonymous' };
  const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  const context = product.testContext(db, actor, { clock: { now: () => now }, log });
  const url = `http://x/t/${call.procedure}`;
  const asked = JSON.stringify(call.input);
  const req =
    kind === 'query'
      ? new Request(`${url}?input=${encodeURIComponent(asked)}`)
      : new Request(url, { method: 'POST', body: asked, headers: { 'content-type': 'application/json' } });
  const answer = await fetchRequestHandler({
    ...{ endpoint: '/t', req, router: product.appRouter },
    createContext: () => context,
  });
  const body = await answer.text();
  const text = `${JSON.stringify([...answer.headers])} ${body} ${logged.join(' ')}`;
  const found = [...text.matchAll(canaries)].map(([, name]) => String(name));
  const who = policy[call.procedure];
  const stopped = gates.some((rule) => body.includes(`"${rule}"`));
  if (who && !stopped && !mayCall(who, actor)) found.push('gate');
  return { ok: answer.ok, canaries: found };
}

/** Reads do not wait for one another; changes come one by one. */
const together: Record<Kind, number> = { query: 12, mutation: 1 };

/** `only` some procedures; `first`: who is asked before the others. */
type Options = { kind?: Kind; only?: readonly string[]; first?: readonly string[]; stopAtFirst?: boolean };

/** Calls every procedure as everybody, and lists who learnt what is not theirs. */
export async function walk(product: Product, db: Database, house: House, options: Options = {}): Promise<Walked> {
  const { kind = 'query', only, first = [], stopAtFirst } = options;
  const calls = callsOf(house, kindsOf(product), kind).filter(
    ({ procedure }) => !only || only.some((prefix) => procedure.startsWith(prefix)),
  );
  const atOnce = together[kind];
  const walked: Walked = { leaks: [], known: new Map(), calls: 0, answered: 0 };
  for (const actorName of new Set([...first, ...Object.keys(house.actors)])) {
    const allowed = new Set(mayKnow[actorName] ?? []);
    const known = new Set<string>();
    walked.known.set(actorName, known);
    for (let from = 0; from < calls.length; from += atOnce) {
      const some = calls.slice(from, from + atOnce);
      const answers = await Promise.all(some.map((call) => answerOf(product, db, house, actorName, kind, call)));
      for (const [i, answer] of answers.entries()) {
        walked.calls += 1;
        if (answer.ok) walked.answered += 1;
        for (const canary of answer.canaries) {
          known.add(canary);
          if (!allowed.has(canary))
            walked.leaks.push({ actor: actorName, procedure: some[i]?.procedure ?? '', canary });
        }
      }
      if (stopAtFirst && walked.leaks.length > 0) return walked;
    }
  }
  return walked;
}
