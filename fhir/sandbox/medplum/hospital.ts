import type { FhirResource } from '../../resources/resource.ts';
import { fromSlot, type SlotStatus, slotCodes } from '../../resources/slot.ts';
import { Desk, type DeskStore, slotOf } from '../desk.ts';
import {
  type Answer,
  type Exchange,
  Refusal,
  type Versioned,
  versionHeaders,
  versionIn,
  written,
} from '../exchange.ts';
import type { Hospital, HospitalContext, Memory } from '../hospital.ts';
import { Book } from '../lean/book.ts';
import { createCatalog, createNaming } from '../lean/catalog.ts';
import { standingResources } from '../lean/standing.ts';
import { createWindow } from '../window.ts';
import { createEngine, type Engine } from './engine.ts';

const types = ['Organization', 'Location', 'HealthcareService', 'Practitioner', 'PractitionerRole', 'Schedule', 'Slot'];
const maxCount = 200;

/** Fills the repository; called again, it adds the clinics of days that have come up since. */
function createLoader(context: HospitalContext, engine: Engine) {
  // its search is a linear scan: two departments and three days are what it serves well
  const config = {
    ...context.config,
    departments: context.config.departments.slice(0, 2),
    days: Math.min(3, context.config.days),
  };
  const naming = createNaming(config, context.personality.stringIds);
  const catalog = createCatalog(config, naming);
  const book = new Book({ ...context, config }, catalog, naming);
  let loaded = 0;
  return async () => {
    const rows = [...book.scheduleRows(), ...book.slotRows(new URLSearchParams())];
    const count = rows.length;
    const newest = rows.reduce((max, row) => Math.max(max, row.updated), 0);
    if (newest <= loaded) return count;
    const resources = [
      ...(loaded ? [] : standingResources(catalog)),
      ...rows.filter((row) => row.updated > loaded).map((row) => row.resource()),
    ];
    loaded = newest;
    for (const resource of resources) await engine.insert(resource);
    return count;
  };
}

/** It pages by `_offset` but does not say so: the link to the next page is added here. */
function withNext(exchange: Exchange, body: FhirResource): FhirResource {
  const offset = Number(exchange.query.get('_offset') ?? 0);
  const count = Number(exchange.query.get('_count'));
  const total = Number(body.total ?? 0);
  const url = (query: URLSearchParams) => `${exchange.base}/${exchange.path[0]}?${query}`;
  const link = [{ relation: 'self', url: url(exchange.query) }];
  if (count > 0 && offset + count < total) {
    const next = new URLSearchParams(exchange.query);
    next.set('_offset', String(offset + count));
    link.push({ relation: 'next', url: url(next) });
  }
  return { ...body, link };
}

function createStore(engine: Engine): DeskStore {
  return {
    async slot(id) {
      const resource = await engine.read('Slot', id);
      if (!resource) return null;
      const slot = fromSlot(resource);
      const schedule = await engine.read('Schedule', slot.scheduleHisId);
      return { status: slot.status, closed: schedule?.active === false };
    },
    async setSlot(id, status) {
      const resource = await engine.read('Slot', id);
      if (resource) await engine.replace({ ...resource, status: slotCodes[status] });
    },
    find: (query) => engine.find('Appointment', query),
    appointment: (id) => engine.read('Appointment', id),
    insert: ({ id: _id, ...resource }) => engine.insert(resource as FhirResource),
    replace: engine.replace,
  };
}

/** What staff do at the window, as searches and writes of the repository. */
function windowStore(engine: Engine, store: DeskStore, now: () => number) {
  const all = (type: string, query: string) => engine.find(type, `${query}&_count=1000`);
  const setAll = async (slots: Versioned[], status: SlotStatus) => {
    for (const slot of slots) await store.setSlot(slot.id, status);
    return slots.map((slot) => slot.id);
  };
  return {
    takeFirst: async (count: number) =>
      setAll((await all('Slot', `status=free&start=gt${new Date(now()).toISOString()}`)).slice(0, count), 'busy'),
    async stop(id: string, reason: string) {
      const schedule = await engine.read('Schedule', id);
      if (!schedule) throw new Refusal(404, 'not-found', 'No such schedule');
      await engine.replace({ ...schedule, active: false, comment: reason });
      await setAll(await all('Slot', `schedule=Schedule/${id}`), 'suspended');
    },
    async reopen(id: string) {
      const schedule = await engine.read('Schedule', id);
      if (schedule?.active !== false) throw new Refusal(404, 'not-found', 'No such stopped schedule');
      const { comment: _reason, ...plain } = schedule;
      await engine.replace({ ...plain, active: true });
      await setAll(await all('Slot', `schedule=Schedule/${id}&status=busy-unavailable`), 'free');
    },
    // charts are kept by lean hospitals alone
    write: async () => {},
    withdraw: async () => false,
    async touch() {
      for (const type of [...types, 'Appointment']) for (const one of await all(type, '')) await engine.replace(one);
    },
  };
}

async function memoryOf(engine: Engine): Promise<Memory> {
  const slots = (await engine.find('Slot', 'status:not=free&_count=1000')).map(fromSlot);
  const stopped = await engine.find('Schedule', 'active=false&_count=1000');
  return {
    appointments: await engine.find('Appointment', '_count=1000'),
    slots: slots.map((one) => [one.hisId, one.status]),
    stopped: stopped.map((one) => [one.id, String(one.comment ?? '')]),
  };
}

/** Of days that are over nothing is taken up again. */
async function restore(engine: Engine, store: DeskStore, memory: Memory): Promise<void> {
  for (const one of memory.appointments) if (await store.slot(slotOf(one) ?? '')) await engine.insert(one);
  for (const [id, status] of memory.slots) await store.setSlot(id, status);
  for (const [id, comment] of memory.stopped) {
    const schedule = await engine.read('Schedule', id);
    if (schedule) await engine.replace({ ...schedule, active: false, comment });
  }
}

/** A hospital on third-party code, so that the platform is not only tested against ourselves. */
export async function createMedplumHospital(context: HospitalContext): Promise<Hospital> {
  const engine = createEngine();
  const load = createLoader(context, engine);
  await load();
  const store = createStore(engine);
  if (context.remembered) await restore(engine, store, context.remembered);
  const desk = new Desk(context, store);
  desk.resume(await engine.find('Appointment', '_count=1000'));

  async function handle(exchange: Exchange): Promise<Answer> {
    await desk.inTurn(load);
    const [type, id, more] = exchange.path;
    const body = exchange.body as FhirResource | undefined;
    if (type === 'Appointment' && !more && body?.resourceType === 'Appointment') {
      if (exchange.method === 'POST' && !id) {
        const done = await desk.create(body, exchange.headers['if-none-exist'] as string | undefined);
        return written(done.status, done.resource, exchange);
      }
      if (exchange.method === 'PUT' && id) {
        const ifMatch = versionIn(exchange.headers['if-match']);
        return written(200, await desk.update(id, body, ifMatch), exchange);
      }
    }
    if (type === 'metadata') return { status: 200, body: capability(context.config.name) };
    const isSearch = exchange.method === 'GET' && type && !id;
    if (isSearch && !(Number(exchange.query.get('_count')) <= maxCount && exchange.query.has('_count'))) {
      exchange.query.set('_count', exchange.query.has('_count') ? String(maxCount) : '50');
    }
    const answer = await engine.handle(exchange);
    if (answer.status >= 300 || !answer.body) return answer;
    if (isSearch) return { ...answer, body: withNext(exchange, answer.body) };
    return 'meta' in answer.body ? { ...answer, headers: versionHeaders(answer.body as Versioned) } : answer;
  }

  return {
    ...createWindow(desk, store, context.changed, windowStore(engine, store, context.now)),
    handle,
    async counts() {
      const entries = [...types, 'Appointment'].map(async (type) => [
        type,
        (await engine.find(type, '_count=1000')).length,
      ]);
      return Object.fromEntries(await Promise.all(entries));
    },
    memory: () => memoryOf(engine),
    close: () => desk.close(),
  };
}

/** What has been seen to work; the engine itself makes no statement. */
function capability(name: string): FhirResource {
  const interaction = ['read', 'search-type', 'create', 'update'].map((code) => ({ code }));
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-01-01',
    kind: 'instance',
    implementation: { description: `${name}（演示，@medplum/fhir-router）` },
    fhirVersion: '4.0.1',
    format: ['json'],
    rest: [{ mode: 'server', resource: [...types, 'Appointment'].map((type) => ({ type, interaction })) }],
  };
}
