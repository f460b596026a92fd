import type { Messages } from '../_text/messages.ts';

export type Why = keyof Messages['intake']['why'];

/** What the server says of a fault, and how it is worded; what is not here is worded as `other` with its place. */
const whys: Record<string, Why> = {
  missing: 'missing',
  'not of this type': 'type',
  'not a list': 'list',
  'a list where one belongs': 'list',
  'not written as it should be': 'form',
  'not a code of its list': 'code',
  'an element R4 does not have': 'unknownElement',
  'meant to change the meaning in a way nobody here knows': 'modifier',
  'given twice, by value and by reason of absence': 'absentAndValue',
  'the same as the whole, which has a value of its own': 'repeats',
  'lower bound above the upper': 'bounds',
  'an extension with both or neither of value and parts': 'extension',
  'handed over before it was prepared': 'order',
  'a state that does not go with being an error': 'errorState',
  'over, yet active': 'overActive',
  'neither data nor address': 'noData',
  'data of unknown type': 'dataType',
  'a contact of unknown kind': 'contactKind',
  'a contact of nobody': 'contactNobody',
  'a detail of nothing': 'detail',
  'a measure without a number': 'noNumber',
  'contained within what is contained': 'contained',
  'neither a state nor a reason for none': 'noState',
  'an empty list': 'empty',
  'an empty object': 'empty',
  'an empty string': 'empty',
  'two choices at once': 'twoChoices',
  'before its start': 'period',
  'names a part that is not contained': 'dangling',
  'a unit without its system': 'unit',
  'active content in narrative': 'script',
  'not well-formed text': 'text',
  'a name no element has': 'name',
  'not a FHIR id': 'id',
  'not a reference to a Patient': 'patientRef',
  'not known here': 'unknown',
  'holds a value no database keeps': 'value',
};

/** 'Observation.status: missing' is a place and what is wrong there. */
export function readReason(reason: string): { place: string; why: Why } {
  const at = reason.lastIndexOf(': ');
  const what = reason.slice(at + 2);
  const why =
    whys[what] ?? (what.startsWith('deeper than') ? 'deep' : what.endsWith('not known here') ? 'unknown' : 'other');
  return { place: why === 'other' || at < 0 ? reason : reason.slice(0, at), why };
}
