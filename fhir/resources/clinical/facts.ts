import type { FhirResource } from '../resource.ts';
import { codingsOf, textOf, valuesAt } from './elements.ts';
import { exactView, numberIn } from './exact-view.ts';

/** A measured value as printed: '5.60'; a range bound is '' when none was given. */
export type Reading = { title: string; value: string; unit: string; low: string; high: string; flag: Flag };
export type Flag = 'high' | 'low' | 'normal' | 'abnormal' | '';

/** What a screen shows of a resource beside its title, time and state; absent where the type has no such thing. */
export type Facts = {
  reading?: Reading;
  /** Parts of a reading: the two of a blood pressure. */
  parts?: Reading[];
  visitKind?: 'outpatient' | 'inpatient' | 'emergency' | 'home' | 'other';
  department?: string;
  /** Why somebody came, as the hospital words it. */
  reason?: string;
  dose?: string;
  /** Of an allergy: what it does, and how bad it may be. */
  reaction?: string;
  critical?: boolean;
  lot?: string;
  conclusion?: string;
  contentType?: string;
  /** What a document in plain text says, if it is short enough to be read on a screen. */
  text?: string;
  /** Ids, at the hospital, of the results a report holds. */
  results?: string[];
};

type Item = Record<string, unknown>;

const flags: Record<string, Flag> = {
  H: 'high',
  HH: 'high',
  L: 'low',
  LL: 'low',
  N: 'normal',
  A: 'abnormal',
  AA: 'abnormal',
  POS: 'abnormal',
  NEG: 'normal',
};
const visitKinds: Record<string, Facts['visitKind']> = {
  AMB: 'outpatient',
  IMP: 'inpatient',
  ACUTE: 'inpatient',
  NONAC: 'inpatient',
  EMER: 'emergency',
  HH: 'home',
};

/** Reads what screens show of one resource; needs no check of its own, as `fromClinical` made them. */
export function factsOf(resource: FhirResource): Facts {
  switch (resource.resourceType) {
    case 'Observation':
      return observed(exactView(resource));
    case 'Encounter': {
      const department =
        textOf(valuesAt(resource, 'serviceType.text')[0]) || codingsOf(resource.serviceType)[0]?.display;
      const visitKind = visitKinds[codingsOf(resource.class)[0]?.code ?? ''] ?? 'other';
      return { visitKind, ...some('department', department), ...some('reason', wordsOf(resource, 'reasonCode')) };
    }
    case 'MedicationRequest':
    case 'MedicationDispense':
      return some('dose', joined(resource, 'dosageInstruction.text'));
    case 'MedicationStatement':
      return some('dose', joined(resource, 'dosage.text'));
    case 'AllergyIntolerance':
      return {
        ...some('reaction', joined(resource, 'reaction.manifestation.text')),
        critical: resource.criticality === 'high',
      };
    case 'Immunization':
      return some('lot', textOf(resource.lotNumber));
    case 'DiagnosticReport': {
      const results = valuesAt(resource, 'result.reference').flatMap(
        (one) => /Observation\/([^/]+)/.exec(textOf(one))?.[1] ?? [],
      );
      return { ...some('conclusion', textOf(resource.conclusion)), ...(results.length ? { results } : {}) };
    }
    case 'DocumentReference':
      return documentOf((valuesAt(resource, 'content.attachment')[0] ?? {}) as Item);
    default:
      return {};
  }
}

/** What concepts say in words, the text before the display of a code. */
const wordsOf = (resource: FhirResource, path: string): string =>
  valuesAt(resource, path)
    .flatMap((one) => textOf((one as Item).text) || codingsOf(one)[0]?.display || [])
    .join('、');

const some = <K extends string>(key: K, value: string | undefined): { [P in K]?: string } =>
  (value ? { [key]: value } : {}) as { [P in K]?: string };
const joined = (resource: FhirResource, path: string): string =>
  valuesAt(resource, path)
    .filter((one) => typeof one === 'string')
    .join('；');

/** Longer than a screen reads; the whole is in what a person takes along. */
const readMost = 20_000;

function documentOf({ contentType, data }: Item): Facts {
  const kind = textOf(contentType);
  const plain = /^text\/plain\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(kind);
  return { ...some('contentType', kind), ...(plain ? some('text', decoded(textOf(data))) : {}) };
}

/** '' of what is no UTF-8, holds what no database keeps, or is too long. */
function decoded(base64: string): string {
  if (base64.length > readMost * 4) return '';
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64')).trim();
    return text.length > readMost || text.includes('\u0000') ? '' : text;
  } catch {
    return '';
  }
}

function observed(resource: FhirResource): Facts {
  const reading = readingOf(resource);
  const parts = valuesAt(resource, 'component').flatMap((one) => readingOf(one as FhirResource) ?? []);
  return { ...(reading ? { reading } : {}), ...(parts.length ? { parts } : {}) };
}

function readingOf(item: FhirResource): Reading | null {
  const { value, unit } = toldValue(item);
  if (!value) return null;
  const range = (valuesAt(item, 'referenceRange')[0] ?? {}) as { low?: Item; high?: Item };
  const flag =
    valuesAt(item, 'interpretation')
      .flatMap(codingsOf)
      .map((one) => flags[one.code])
      .find(Boolean) ?? '';
  const concept = item.code as Item | undefined;
  const title = textOf(concept?.text) || codingsOf(concept)[0]?.display || '';
  return { title, value, unit, low: numberIn(range.low?.value), high: numberIn(range.high?.value), flag };
}

function toldValue(item: FhirResource): { value: string; unit: string } {
  const quantity = item.valueQuantity as Item | undefined;
  if (quantity) {
    const value = `${textOf(quantity.comparator)}${numberIn(quantity.value)}`;
    return { value, unit: textOf(quantity.unit) || textOf(quantity.code) };
  }
  const concept = item.valueCodeableConcept as Item | undefined;
  const worded = textOf(concept?.text) || codingsOf(concept)[0]?.display;
  const plain = item.valueString ?? item.valueDateTime;
  return { value: worded || textOf(plain) || numberIn(item.valueInteger), unit: '' };
}
