import { z } from 'zod';

/** What comes over the wire: anything that says which type it is. */
export type FhirResource = { resourceType: string; id?: string; [element: string]: unknown };

/** A resource that cannot be turned into a value. The reason names elements, never their content. */
export class UnreadableResource extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.name = 'UnreadableResource';
    this.reason = reason;
  }
}

export const instant = z.iso.datetime({ offset: true });
export const reference = z.object({ reference: z.string().optional(), display: z.string().optional() });
export const coding = z.object({
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
});
export const concept = z.object({ coding: z.array(coding).optional(), text: z.string().optional() });
export const identifier = z.object({ system: z.string().optional(), value: z.string().optional() });
export const extension = z.looseObject({ url: z.string() });

const meta = z.object({ versionId: z.string().optional(), lastUpdated: instant.optional() });

/** The elements every resource has, beside the ones in `shape`; unknown elements are let through unread. */
export function resourceSchema<T extends z.ZodRawShape>(resourceType: string, shape: T) {
  return z.object({ resourceType: z.literal(resourceType), id: z.string().min(1), meta: meta.optional(), ...shape });
}

/** Parses or throws `UnreadableResource` with the path and the kind of the first fault. */
export function readAs<T extends z.ZodType>(schema: T, resource: unknown): z.infer<T> {
  const result = schema.safeParse(resource);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new UnreadableResource(`${issue?.path.join('.') || 'resource'}: ${issue?.code ?? 'invalid'}`);
}

/** Hospitals that keep no versions are told apart by time of change. */
export function versionOf(resource: { meta?: z.infer<typeof meta> | undefined }): string {
  const version = resource.meta?.versionId ?? resource.meta?.lastUpdated;
  if (!version) throw new UnreadableResource('meta: neither versionId nor lastUpdated');
  return version;
}

export function lastUpdatedOf(resource: { meta?: z.infer<typeof meta> | undefined }): string {
  const at = resource.meta?.lastUpdated;
  if (!at) throw new UnreadableResource('meta.lastUpdated: missing');
  return new Date(at).toISOString();
}

/** 'Slot/7', 'https://his/fhir/Slot/7' and 'Slot/7/_history/2' all name Slot 7. */
export function referencedId(type: string, text: string | undefined): string | null {
  const match = text?.match(/(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/);
  return match?.[1] === type ? (match[2] ?? null) : null;
}

export function codeIn(system: string, concepts: readonly z.infer<typeof concept>[] | undefined) {
  return concepts?.flatMap((one) => one.coding ?? []).find((one) => one.system === system && one.code);
}
