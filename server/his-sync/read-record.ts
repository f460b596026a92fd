import { exactText, keepExactText } from '#fhir/client/exact-text.ts';
import { type ClinicalValue, fromClinical } from '#fhir/resources/clinical/clinical.ts';
import type { Coding } from '#fhir/resources/clinical/elements.ts';
import { type Facts, factsOf } from '#fhir/resources/clinical/facts.ts';
import { fromPatient } from '#fhir/resources/clinical/patient.ts';
import { faultsIn } from '#fhir/resources/clinical/validate.ts';
import { type FhirResource, UnreadableResource } from '#fhir/resources/resource.ts';
import { systems } from '#fhir/systems.ts';
import { maskIdNumbersIn } from '../kernel/id-numbers-in.ts';
import { maskIdNumbersInJson } from '../kernel/id-numbers-in-json.ts';
import type { CodeTarget } from '../records/code-maps.ts';
import type { PatientTold } from '../records/identity/place-patients.ts';
import { topicOf } from '../records/rules.ts';
import type { Told } from '../records/told.ts';

export type ReadRecord = { hisId: string; told: Told; patient: PatientTold | null };
export type CodeMaps = ReadonlyMap<string, CodeTarget>;

/**
 * Reads one resource of a record. What makes its meaning doubtful throws UnreadableResource; what its hospital should
 * only write better becomes a finding beside it.
 */
export function readRecord(resource: FhirResource, maps: CodeMaps): ReadRecord {
  const shown = withoutNumbers(resource);
  const value = fromClinical(shown);
  const faults = faultsIn(resource);
  const refused = faults.find((one) => one.grade === 'refused');
  if (refused) throw new UnreadableResource(`${refused.path}: ${refused.what}`);
  const told = toTold(withMap(value, maps), exactText(shown), maskedFacts(shown));
  told.findings = faults.map((one) => `${one.path}: ${one.what}`);
  if (value.type !== 'Patient') return { hisId: value.hisId, told, patient: null };
  const { hisId, ...facts } = fromPatient(resource);
  const words = {
    ...{ name: maskIdNumbersIn(facts.name), address: maskIdNumbersIn(facts.address) },
    ...{ otherNames: facts.otherNames.map(maskIdNumbersIn), kin: facts.kin.map(maskIdNumbersIn) },
  };
  const stamp = { version: told.version, updated: told.updated };
  return { hisId, told, patient: { ...facts, ...words, sourceId: hisId, ...stamp } };
}

/** All but whose it is is read from the text as it is kept, so that a number written anywhere shows nowhere. */
function withoutNumbers(resource: FhirResource): FhirResource {
  const text = exactText(resource);
  const masked = maskIdNumbersInJson(text);
  if (masked === text) return resource;
  const shown = JSON.parse(masked) as FhirResource;
  keepExactText(shown, masked);
  return shown;
}

/** A document's words lay encoded in the body, where the mask of bodies does not reach. */
function maskedFacts(resource: FhirResource): Facts {
  const { text, ...facts } = factsOf(resource);
  return text ? { ...facts, text: maskIdNumbersIn(text) } : facts;
}

const icd10: readonly string[] = [systems.icd10, systems.icd10China];
/** Types whose codes others must understand, with the systems in which they do. */
const common: Readonly<Record<string, readonly string[]>> = { Observation: [systems.loinc], Condition: icd10 };

/** Whether entries of this type are to bear codes that all know. */
export const hasCommonCodes = (type: string): boolean => Object.hasOwn(common, type);

/** The hospital's own code, if there is none that all know: by system and code, or by its words alone. */
function gapOf({ type, codings, title }: ClinicalValue): { key: string; label: string } | null {
  const known = common[type];
  if (!known || codings.some((one) => known.includes(one.system))) return null;
  const own = codings[0];
  if (own) return { key: `${own.system}|${own.code}`.slice(0, 200), label: (title || own.display).slice(0, 100) };
  return title ? { key: `text|${title.slice(0, 100)}`, label: title.slice(0, 100) } : null;
}

type Mapped = ClinicalValue & { gap: ReturnType<typeof gapOf> };

/** A code that somebody has said the meaning of counts as that; what the hospital wrote stays in its text. */
function withMap(value: ClinicalValue, maps: CodeMaps): Mapped {
  const gap = gapOf(value);
  const target = gap && maps.get(gap.key);
  if (!target) return { ...value, gap };
  const code: Coding = { system: target.system, code: target.code, display: target.name };
  // by its old name it is found again should somebody say that it means something else
  const added = [`gap=${gap.key}`, `code=|${code.code}`, `code=${code.system}|${code.code}`];
  const search = [...new Set([...value.search, ...added])];
  return { ...value, code, search, gap: null };
}

/** Every ICD-10 code of an entry, whichever element it stands in. */
const icdIn = (search: readonly string[]): string[] =>
  search.flatMap((one) => {
    const [system = '', code] = one.slice(one.indexOf('=') + 1).split('|');
    return code && icd10.includes(system) ? [code] : [];
  });

function toTold(value: Mapped, body: string, facts: Facts): Told {
  const { code, span } = value;
  return {
    type: value.type,
    sourceId: value.hisId,
    version: value.version,
    updated: new Date(value.lastUpdated),
    patient: value.patientHisId,
    encounter: value.encounterHisId,
    startsAt: span.from === null ? null : new Date(span.from),
    endsAt: span.to === null ? null : new Date(span.to),
    status: value.status,
    code: code ? `${code.system}|${code.code}` : '',
    title: value.title,
    topic: topicOf(icdIn(value.search), value.title),
    search: value.search,
    values: value.values,
    facts,
    findings: [],
    gap: value.gap?.key ?? '',
    gapLabel: value.gap?.label ?? '',
    body,
  };
}
