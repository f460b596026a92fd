import { exactText, keepExactText } from '#fhir/client/exact-text.ts';
import type { HisClient, SearchParams } from '#fhir/client/his-client.ts';
import type { FhirResource } from '#fhir/resources/resource.ts';
import { hideIdsUnder } from '../kernel/id-numbers-in-json.ts';
import type { SpeakingIds } from '../kernel/speaking-ids.ts';

/** Where ids of a hospital stand; everywhere else numbers are masked when a resource is read. */
const keys: ReadonlySet<string> = new Set(['id', 'reference']);

/** The resource without numbers of identity cards in its ids and references: within it and among its like they still meet. */
export function hideIdsOf<R extends FhirResource>(resource: R, { hide }: SpeakingIds): R {
  const text = exactText(resource);
  const hidden = hideIdsUnder(text, keys, hide);
  if (hidden === text) return resource;
  const told = JSON.parse(hidden) as R;
  keepExactText(told, hidden);
  return told;
}

/** A hospital's client that tells us ids without such numbers, and the hospital its own. */
export function hidingClient(client: HisClient, ids: SpeakingIds): HisClient {
  const hidden = (resource: FhirResource) => hideIdsOf(resource, ids);
  async function* pagesOf(pages: AsyncGenerator<FhirResource[]>): AsyncGenerator<FhirResource[]> {
    for await (const page of pages) yield page.map(hidden);
  }
  return {
    ...client,
    search: (type, params) => pagesOf(client.search(type, openedParams(params, ids))),
    everything: (patientId) => pagesOf(client.everything(ids.open(patientId))),
    read: async (type, id) => hidden(await client.read(type, ids.open(id))),
    create: async (resource, ifNoneExist) =>
      hidden(await client.create(openedOf(resource, ids), ids.open(ifNoneExist))),
    update: async (resource, ifMatch) => hidden(await client.update(openedOf(resource, ids), ifMatch)),
    deletions: async (type, since) => (await client.deletions(type, since))?.map(ids.hide) ?? null,
  };
}

const openedParams = (params: SearchParams, { open }: SpeakingIds): SearchParams =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === 'string' ? open(value) : value]),
  );

function openedOf<R extends FhirResource>(resource: R, { open }: SpeakingIds): R {
  const text = JSON.stringify(resource);
  const opened = open(text);
  return opened === text ? resource : (JSON.parse(opened) as R);
}
