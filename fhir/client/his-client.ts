import { Client, type FhirResource as KitResource, type SearchParams } from 'fhir-kit-client';
import { type FhirResource, referencedId } from '../resources/resource.ts';
import { HisError, isIllHealth, retryAfterMs } from './errors.ts';
import { entryTexts, keepExactText } from './exact-text.ts';
import { createGate } from './gate.ts';
import { inScope } from './scope.ts';
import { createTransport, type HttpAnswer, type TransportLimits } from './transport.ts';

export type HisEndpoint = TransportLimits & { code: string; baseUrl: string; token: string | null };
export type { SearchParams };

export type HisClient = {
  /** The resources of one page after another, included ones too. `next` is followed only inside the base. */
  search(type: string, params: SearchParams): AsyncGenerator<FhirResource[]>;
  read(type: string, id: string): Promise<FhirResource>;
  /** Page after page of all that is kept of one patient (`$everything`), where the capability statement offers it. */
  everything(patientId: string): AsyncGenerator<FhirResource[]>;
  /** How many resources of a type there are, as the hospital counts them; null if it does not say. */
  count(type: string): Promise<number | null>;
  /** Conditional create: `ifNoneExist` is a search; a match is returned instead of a second copy being made. */
  create(resource: FhirResource, ifNoneExist: string): Promise<FhirResource>;
  /** Full update; with `ifMatch` (a version) it fails with status 412 if somebody was faster. */
  update(resource: FhirResource & { id: string }, ifMatch?: string): Promise<FhirResource>;
  /** Ids of what was deleted of a type since then, if the hospital keeps such a history; null if it does not. */
  deletions(type: string, since: Date): Promise<string[] | null>;
  capability(): Promise<FhirResource>;
  close(): void;
};

const maxPages = 1000;
type Bundle = {
  resourceType: 'Bundle';
  link?: { relation: string; url: string }[];
  entry?: { resource?: FhirResource; request?: { method?: string; url?: string } }[];
};

function isResource(data: unknown): data is FhirResource {
  return typeof data === 'object' && data !== null && typeof (data as FhirResource).resourceType === 'string';
}

type Entry = NonNullable<Bundle['entry']>[number];

/** What is no entry at all is nothing. */
function entriesOf({ entry }: Bundle): Entry[] {
  return Array.isArray(entry) ? entry.filter((one: Entry | null) => typeof one === 'object' && one !== null) : [];
}

function parse(text: string): FhirResource {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new HisError('bad-json', 'the body is not JSON');
  }
  if (!isResource(data)) throw new HisError('bad-json', 'the body is not a FHIR resource');
  keepExactText(data, text);
  if (data.resourceType === 'Bundle') keepEntryTexts(data as unknown as Bundle, text);
  return data;
}

function keepEntryTexts(bundle: Bundle, text: string): void {
  if (!Array.isArray(bundle.entry)) return;
  const exact = entryTexts(text);
  for (const [i, entry] of bundle.entry.entries()) {
    const own = exact[i];
    if (own !== undefined && isResource(entry?.resource)) keepExactText(entry.resource, own);
  }
}

/** The first issue code of an OperationOutcome: a word of a closed list, so it is safe to show. */
function issueCode(text: string): string {
  const code = /"code"\s*:\s*"([a-z-]{3,30})"/.exec(text)?.[1];
  return code ? ` (${code})` : '';
}

function accept(answer: HttpAnswer): HttpAnswer {
  // nothing is unpacked: a few kilobytes may unfold into gigabytes
  if (!['', 'identity'].includes(answer.headers['content-encoding'] ?? ''))
    throw new HisError('bad-json', 'the body is compressed, though not asked to be');
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new HisError('http', `status ${answer.status}${issueCode(answer.text)}`, {
    status: answer.status,
    retryAfterMs: retryAfterMs(answer.headers['retry-after'], Date.now()),
  });
}

/** fhir-kit-client speaks the protocol; every request it makes goes through the guard instead of through `fetch`. */
function guardedKit(endpoint: HisEndpoint, base: URL): { kit: Client; close(): void } {
  const transport = createTransport(base.protocol === 'https:', endpoint);
  const gate = createGate(endpoint.maxConcurrency);
  const kit = new Client({ baseUrl: endpoint.baseUrl.replace(/\/+$/, '') });
  const own = {
    accept: 'application/fhir+json',
    'accept-encoding': 'identity', // what is counted is what is kept: no bombs
    ...(endpoint.token ? { authorization: `Bearer ${endpoint.token}` } : {}),
  };
  kit.httpClient.request = async (method, requestUrl, options, body) => {
    const url = inScope(base, kit.httpClient.expandUrl(requestUrl));
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const headers: Record<string, string> = { ...own, ...options?.headers };
    if (text !== undefined) headers['content-length'] = String(Buffer.byteLength(text));
    const answer = accept(await gate(() => transport.send({ method, url, headers, body: text })));
    if (answer.text) return parse(answer.text) as KitResource;
    // an empty answer to a write: what was stored has to be fetched
    const stored = method === 'PUT' ? url.href : answer.headers.location?.replace(/\/_history\/[^/]+$/, '');
    if (method === 'GET' || !stored) throw new HisError('bad-json', 'an empty body');
    return kit.httpClient.request('GET', new URL(stored, url).href);
  };
  return { kit, close: transport.close };
}

/** A client for one hospital. Every failure it reports is a `HisError`. */
export function createHisClient(endpoint: HisEndpoint): HisClient {
  const base = new URL(endpoint.baseUrl);
  const { kit, close } = guardedKit(endpoint, base);

  async function* search(type: string, params: SearchParams): AsyncGenerator<FhirResource[]> {
    yield* resourcesOf(await kit.search({ resourceType: type, searchParams: params }));
  }

  async function* everything(patientId: string): AsyncGenerator<FhirResource[]> {
    const path = `Patient/${encodeURIComponent(patientId)}/$everything?_count=500`;
    yield* resourcesOf(await kit.request(inScope(base, path).href));
  }

  async function* resourcesOf(first: KitResource): AsyncGenerator<FhirResource[]> {
    for await (const bundle of pages(first)) {
      yield entriesOf(bundle).flatMap(({ resource }) => (isResource(resource) ? [resource] : []));
    }
  }

  async function* pages(first: KitResource): AsyncGenerator<Bundle> {
    const seen = new Set<string>();
    for (let page = first; ; ) {
      if (page.resourceType !== 'Bundle') throw new HisError('bad-json', 'a search was not answered with a Bundle');
      const bundle = page as unknown as Bundle;
      yield bundle;
      const next = bundle.link?.find((one) => one.relation === 'next')?.url;
      if (!next) return;
      if (seen.has(next)) throw new HisError('loop', 'a next link came twice');
      seen.add(next);
      if (seen.size >= maxPages) throw new HisError('loop', `more than ${maxPages} pages`);
      page = await kit.request(inScope(base, next).href);
    }
  }

  async function count(type: string): Promise<number | null> {
    const bundle = (await kit.search({ resourceType: type, searchParams: { _summary: 'count' } })) as {
      total?: unknown;
    };
    return Number.isSafeInteger(bundle.total) && Number(bundle.total) >= 0 ? Number(bundle.total) : null;
  }

  async function deletions(type: string, since: Date): Promise<string[] | null> {
    const query = new URLSearchParams({ _since: since.toISOString(), _count: '500' });
    const latest = new Map<string, boolean>();
    try {
      for await (const bundle of pages(await kit.request(inScope(base, `${type}/_history?${query}`).href))) {
        for (const { resource, request } of entriesOf(bundle)) {
          const id = referencedId(type, request?.url) ?? resource?.id;
          // the latest stands first: what came back after a deletion is there
          if (id && !latest.has(id)) latest.set(id, request?.method === 'DELETE');
        }
      }
    } catch (error) {
      if (error instanceof HisError && !isIllHealth(error)) return null;
      throw error;
    }
    return [...latest].flatMap(([id, deleted]) => (deleted ? id : []));
  }

  return {
    search,
    everything,
    count,
    deletions,
    read: async (type, id) => kit.read({ resourceType: type, id: encodeURIComponent(id) }),
    create: async (resource, ifNoneExist) =>
      kit.create({
        resourceType: resource.resourceType,
        body: resource,
        options: { headers: { 'If-None-Exist': ifNoneExist, prefer: 'return=representation' } },
      }),
    update: async (resource, ifMatch) =>
      kit.update({
        resourceType: resource.resourceType,
        id: encodeURIComponent(resource.id),
        body: resource,
        options: { headers: { prefer: 'return=representation', ...(ifMatch ? { 'If-Match': `W/"${ifMatch}"` } : {}) } },
      }),
    capability: async () => kit.capabilityStatement(),
    close,
  };
}
