/**
 * What may be wrong with a resource. `refused`: its meaning is in doubt, so it waits until somebody has mended it.
 * `noted`: it can be read, so it is kept, and its hospital sees what to improve.
 */
export type Fault = { grade: 'refused' | 'noted'; path: string; what: FaultKind };

export const faultKinds = [
  'missing',
  'not of this type',
  'not a list',
  'a list where one belongs',
  'not written as it should be',
  'not a code of its list',
  'an element R4 does not have',
  'meant to change the meaning in a way nobody here knows',
  'given twice, by value and by reason of absence',
  'the same as the whole, which has a value of its own',
  'lower bound above the upper',
  'an extension with both or neither of value and parts',
  'handed over before it was prepared',
  'a state that does not go with being an error',
  'over, yet active',
  'neither data nor address',
  'data of unknown type',
  'a contact of unknown kind',
  'a contact of nobody',
  'a detail of nothing',
  'a measure without a number',
  'contained within what is contained',
  'neither a state nor a reason for none',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** More say nothing new of one resource. */
export const faultsMost = 20;

/** One place of a resource is at fault once, however often it occurs. */
export class Faults {
  readonly found: Fault[] = [];
  add(grade: Fault['grade'], path: string, what: FaultKind): void {
    const known = this.found.find((one) => one.path === path && one.what === what);
    if (known && grade === 'refused') known.grade = grade;
    else if (!known && (this.found.length < faultsMost || grade === 'refused')) this.found.push({ grade, path, what });
  }
}
