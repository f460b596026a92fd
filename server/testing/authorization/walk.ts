import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { Hono } from 'hono';
import { pino } from 'pino';
import type { Database } from '#db/client.ts';
import { gates, mayCall, policy } from '../../authorization-policy.ts';
import type { takeRoute } from '../../http/take-route.ts';
import type { FrontVariables } from '../../http/trpc-route.ts';
import type { Services } from '../../kernel/context.ts';
import { deriveKey } from '../../kernel/sealing.ts';
import type { testContext } from '../../kernel/test-context.ts';
import type { appRouter } from '../../root.ts';
import { reviewCalls } from './draw-reviews.ts';
import { mayKnow, mayTake } from './expected.ts';
import type { House } from './house.ts';
import { now, secret } from './stage.ts';

/** The product, as it is or with a guard taken out of it. */
export type Product = { appRouter: typeof appRouter; testContext: typeof testContext; takeRoute: typeof takeRoute };
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
    ...(name === 'P2' ? { id: house.ids.doubtOther, facilityId: house.ids.facilityOther } : { id: house.ids.doubtOwn }),
    ...{ shelf: 'open', decision: 'different' },
    topics: ['family_planning', 'sexual_health', 'mental_health'],
    ...{ need: 'start', on: house.ids.date, conditions: [] },
    ...{ kind: 'facility', outcome: 'justified', answer: '试着答复', from: house.ids.date, days: 7 },
  }));
}

const readsOfRecords = ['records.', 'consents.', 'cases.', 'identity.', 'familyPlanning.'];

/** What is asked of everybody: records first and of every person, by every entry; then all other procedures. */
function callsOf(house: House, kinds: Map<string, Kind>, kind: Kind): Call[] {
  const paths = [...kinds].flatMap(([path, its]) => (its === kind ? [path] : []));
  const inputs = inputsOf(house);
  const about = (path: string) => readsOfRecords.some((room) => path.startsWith(room));
  const closely = paths.filter(about).flatMap((procedure) => inputs.map((input) => ({ procedure, input })));
  const past = ['cases.ofFacility', 'cases.ofArea'].map((procedure) => ({ procedure, input: { closed: true } }));
  const served = { procedure: 'familyPlanning.desk.list', input: { shelf: 'people' } };
  const one =
    kind === 'query' ? [...entryCalls(house), ...past, served, ...takings(house), ...reviewCalls(house.ids)] : [];
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

/** The route that hands a record out as a file: as it is linked, with topics named, and from another's page. */
const takes = { plain: '/fhir/take', named: '/fhir/take with topics', foreign: '/fhir/take from elsewhere' };
const takings = (house: House): Call[] =>
  Object.values(house.people).flatMap(({ residentId, entries }) =>
    (entries.length > 0 ? Object.values(takes) : []).flatMap((procedure) =>
      ['summary', 'everything'].map((form) => ({ procedure, input: { residentId, form } })),
    ),
  );

function askTake(product: Product, services: Services, cookie: string | undefined, { procedure, input }: Call) {
  const app = new Hono<FrontVariables>();
  app.use((c, next) => {
    c.set('requestId', 'walk');
    return next();
  });
  const authSecret = deriveKey(secret, 'auth').toString('hex');
  product.takeRoute(app, services, { authSecret, internalToken: 'i'.repeat(64) }, 'https://huimin.example');
  const { residentId, form } = input as Record<string, string>;
  const topics = procedure === takes.named ? '&family_planning=on&sexual_health=on&mental_health=on' : '';
  const headers = new Headers(cookie ? { cookie } : {});
  if (procedure === takes.foreign) headers.set('origin', 'https://elsewhere.example');
  return app.request(`/fhir/take/${residentId}?form=${form}${topics}`, { headers });
}

const allowedTo = (actor: string, procedure: string): readonly string[] => {
  if (!procedure.startsWith(takes.plain)) return mayKnow[actor] ?? [];
  return procedure === takes.foreign ? [] : mayTake(actor, procedure === takes.named);
};

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
  const answer = call.procedure.startsWith(takes.plain)
    ? await askTake(product, context, house.cookies[actorName], call)
    : await fetchRequestHandler({
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

/** `only` some procedures; `first`: who is asked before the others; `alone`: and nobody else. */
type Options = {
  kind?: Kind;
  only?: readonly string[];
  first?: readonly string[];
  alone?: boolean;
  stopAtFirst?: boolean;
};

/** Calls every procedure as everybody, and lists who learnt what is not theirs. */
export async function walk(product: Product, db: Database, house: House, options: Options = {}): Promise<Walked> {
  const { kind = 'query', only, first = [], alone, stopAtFirst } = options;
  const calls = callsOf(house, kindsOf(product), kind).filter(
    ({ procedure }) => !only || only.some((prefix) => procedure.startsWith(prefix)),
  );
  const atOnce = together[kind];
  const walked: Walked = { leaks: [], known: new Map(), calls: 0, answered: 0 };
  for (const actorName of new Set([...first, ...(alone ? [] : Object.keys(house.actors))])) {
    const known = new Set<string>();
    walked.known.set(actorName, known);
    for (let from = 0; from < calls.length; from += atOnce) {
      const some = calls.slice(from, from + atOnce);
      const answers = await Promise.all(some.map((call) => answerOf(product, db, house, actorName, kind, call)));
      for (const [i, answer] of answers.entries()) {
        walked.calls += 1;
        if (answer.ok) walked.answered += 1;
        const procedure = some[i]?.procedure ?? '';
        for (const canary of answer.canaries) {
          known.add(canary);
          if (!allowedTo(actorName, procedure).includes(canary))
            walked.leaks.push({ actor: actorName, procedure, canary });
        }
      }
      if (stopAtFirst && walked.leaks.length > 0) return walked;
    }
  }
  return walked;
}
