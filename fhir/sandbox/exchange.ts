import type { IncomingHttpHeaders } from 'node:http';
import type { FhirResource } from '../resources/resource.ts';

/** One request as a hospital sees it: path below its base, parameters of URL and form together. */
export type Exchange = {
  method: string;
  path: string[];
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: unknown;
  /** Absolute URL of the hospital's base, for links. */
  base: string;
};
export type Answer = { status: number; body?: FhirResource; headers?: Record<string, string> };

/** A refusal with the FHIR issue code; becomes an OperationOutcome. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, text: string) {
    super(text);
    this.status = status;
    this.code = code;
  }
}

export function outcomeOf(refusal: Refusal, bare = false): FhirResource {
  const issue = { severity: 'error', code: refusal.code };
  return {
    resourceType: 'OperationOutcome',
    issue: [bare ? issue : { ...issue, details: { text: refusal.message }, diagnostics: refusal.message }],
  };
}

export type Versioned = FhirResource & { id: string; meta: { versionId: string; lastUpdated: string } };

/** ETag, Last-Modified and, for what was created, Location. */
export function versionHeaders(resource: Versioned, createdUnder?: string): Record<string, string> {
  const { versionId, lastUpdated } = resource.meta;
  const path = `${resource.resourceType}/${resource.id}/_history/${versionId}`;
  return {
    ETag: `W/"${versionId}"`,
    'Last-Modified': new Date(lastUpdated).toUTCString(),
    ...(createdUnder ? { Location: `${createdUnder}/${path}` } : {}),
  };
}

/** The answer to a write, as `Prefer` wants it. */
export function written(status: 200 | 201, resource: Versioned, exchange: Exchange): Answer {
  const headers = versionHeaders(resource, status === 201 ? exchange.base : undefined);
  const prefer = String(exchange.headers.prefer ?? '');
  if (/return=minimal/.test(prefer)) return { status, headers };
  if (/return=OperationOutcome/.test(prefer)) {
    const issue = [{ severity: 'information', code: 'informational' }];
    return { status, headers, body: { resourceType: 'OperationOutcome', issue } };
  }
  return { status, headers, body: resource };
}

/** The version in an If-Match header: W/"3" → 3. */
export function versionIn(header: string | undefined): string | undefined {
  return /"([^"]+)"/.exec(header ?? '')?.[1];
}
