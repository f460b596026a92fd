import type { FhirResource } from '../../resources/resource.ts';
import { Desk } from '../desk.ts';
import { type Answer, type Exchange, Refusal, versionHeaders, versionIn, written } from '../exchange.ts';
import type { Hospital, HospitalContext } from '../hospital.ts';
import { createWindow } from '../window.ts';
import { capabilityStatement, isWritable } from './capability.ts';
import { parameters } from './parameters.ts';
import { Records } from './records.ts';

const fhirId = /^[A-Za-z0-9\-.]{1,64}$/;

function bodyOf(exchange: Exchange, type: string): FhirResource {
  const body = exchange.body as FhirResource | undefined;
  if (!isWritable(type)) throw new Refusal(405, 'not-supported', 'This type is read-only here');
  if (body?.resourceType !== type) throw new Refusal(400, 'invalid', 'The body is of another type than the URL');
  return body;
}

async function create(records: Records, desk: Desk, type: string, exchange: Exchange): Promise<Answer> {
  const body = bodyOf(exchange, type);
  const condition = exchange.headers['if-none-exist'] as string | undefined;
  if (type === 'Appointment') {
    const { status, resource } = await desk.create(body, condition);
    return written(status, resource, exchange);
  }
  const matches = condition ? records.matching(type, condition) : [];
  if (matches.length > 1) throw new Refusal(412, 'multiple-matches', 'More than one matches If-None-Exist');
  if (matches[0]) return written(200, matches[0], exchange);
  return written(201, records.patients.insert(body), exchange);
}

async function update(records: Records, desk: Desk, type: string, id: string, exchange: Exchange): Promise<Answer> {
  const body = bodyOf(exchange, type);
  if (!fhirId.test(id) || body.id !== id) throw new Refusal(400, 'invalid', 'The id of body and URL must agree');
  const ifMatch = versionIn(exchange.headers['if-match']);
  if (type === 'Appointment') return written(200, await desk.update(id, body, ifMatch), exchange);
  const before = records.patients.get(id);
  if (!before) throw new Refusal(405, 'not-supported', 'Ids are given by the server');
  if (ifMatch && ifMatch !== before.meta.versionId) throw new Refusal(412, 'conflict', 'The version is not current');
  return written(200, records.patients.replace(body), exchange);
}

function read(records: Records, type: string, id: string, exchange: Exchange): Answer {
  const resource = records.read(type, id);
  const headers = versionHeaders(resource);
  const since = Date.parse(String(exchange.headers['if-modified-since'] ?? ''));
  const unchanged =
    exchange.headers['if-none-match'] === headers.ETag || Date.parse(resource.meta.lastUpdated) <= since;
  return unchanged ? { status: 304, headers } : { status: 200, headers, body: resource };
}

/** Our own stand-in for a hospital system: hundreds of them, each with thousands of slots, fit in one process. */
export function createLeanHospital(context: HospitalContext): Hospital {
  const records = new Records(context);
  const { book, appointments, patients } = records;
  const store = {
    slot: async (id: string) => book.slot(id),
    setSlot: async (id: string, status: Parameters<typeof book.setSlot>[1]) => book.setSlot(id, status),
    find: async (query: string) => records.matching('Appointment', query),
    appointment: async (id: string) => appointments.get(id) ?? null,
    insert: async (resource: FhirResource) => appointments.insert(resource),
    replace: async (resource: FhirResource) => appointments.replace(resource),
  };
  const desk = new Desk(context, store);
  desk.resume(appointments.all());
  const window = createWindow(desk, store, context.changed, {
    takeFirst: async (count) => book.takeFirst(count),
    stop: async (id, reason) => book.stop(id, reason),
    reopen: async (id) => book.reopen(id),
    touch: async () => records.touch(),
    write: async (resource) => records.charts.write(resource),
    withdraw: async (type, id) => records.charts.withdraw(type, id),
  });

  const offersEverything = !context.personality.noEverything;
  const statement = capabilityStatement(context.config.name, offersEverything);

  async function handle(exchange: Exchange): Promise<Answer> {
    const [type = '', id, ...more] = exchange.path;
    const method = exchange.method === 'HEAD' ? 'GET' : exchange.method;
    const whole = type === 'Patient' && id && more.length === 1 && more[0] === '$everything';
    if (whole && offersEverything) return { status: 200, body: records.everything(id, exchange) };
    if (more.length > 0) throw new Refusal(404, 'not-supported', 'No such interaction');
    if (type === 'metadata' && method === 'GET') return { status: 200, body: statement };
    if (type !== 'metadata' && !parameters[type]) throw new Refusal(404, 'not-supported', 'This type is not kept here');
    if (method === 'GET' && !id) return { status: 200, body: records.search(type, exchange) };
    if (method === 'POST' && id === '_search') return { status: 200, body: records.search(type, exchange) };
    if (method === 'GET' && id === '_history') return { status: 200, body: records.deletions(type, exchange) };
    if (method === 'GET' && id) return read(records, type, id, exchange);
    if (method === 'POST' && !id) return create(records, desk, type, exchange);
    if (method === 'PUT' && id) return update(records, desk, type, id, exchange);
    if (method !== 'DELETE' || !id || type !== 'Patient')
      throw new Refusal(405, 'not-supported', 'No such interaction');
    patients.remove(id);
    return { status: 204 };
  }

  return {
    ...window,
    handle,
    counts: async () => ({
      ...book.counts(),
      Appointment: appointments.size(),
      Patient: patients.size() + records.charts.size(),
    }),
    memory: async () => ({ ...book.memory(), appointments: appointments.all() }),
    close: () => desk.close(),
  };
}
