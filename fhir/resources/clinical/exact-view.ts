import { exactText } from '../../client/exact-text.ts';
import type { FhirResource } from '../resource.ts';

/** JSON.parse tells its reviver how a number was written since V8 11.4. */
type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;
const asWritten: Reviver = (_key, value, { source }) => (typeof value === 'number' ? source : value);

const views = new WeakMap<FhirResource, FhirResource>();

/** The same resource with each number as the text it was written in: '5.60'. Read once, however often it is asked for. */
export function exactView(resource: FhirResource): FhirResource {
  const known = views.get(resource);
  if (known) return known;
  const view = JSON.parse(exactText(resource), asWritten as (key: string, value: unknown) => unknown) as FhirResource;
  views.set(resource, view);
  return view;
}
