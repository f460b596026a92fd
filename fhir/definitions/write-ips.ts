import { readFileSync, writeFileSync } from 'node:fs';

// node fhir/definitions/write-ips.ts FOLDER: FOLDER holds the unpacked npm package hl7.fhir.uv.ips@2.0.0 (CC0-1.0).
// Keeps of each profile what validators on npm read: they know neither slices told apart by profile, nor versions of
// what is referred to, nor a part that is named as what holds it (section.section).

type Constraint = { key: string; severity: string; expression?: string };
type Element = { id: string; constraint?: Constraint[]; [key: string]: unknown };
type Profile = { snapshot: { element: Element[] }; [key: string]: unknown };

const names = [
  ...['Bundle', 'Composition', 'Patient', 'AllergyIntolerance', 'Condition', 'MedicationRequest'],
  ...['MedicationStatement', 'Immunization', 'Procedure', 'Observation-results-laboratory-pathology'],
  ...['DiagnosticReport', 'Organization'],
];
const ofProfile = ['resourceType', 'url', 'name', 'status', 'kind', 'abstract', 'type', 'baseDefinition', 'derivation'];
const ofElement = ['id', 'path', 'sliceName', 'min', 'max', 'base', 'type', 'slicing', 'contentReference'];
const isKept = (key: string) => ofElement.includes(key) || key.startsWith('fixed') || key.startsWith('pattern');
const idle = /:section\w+\.(id|extension|modifierExtension|author|focus|mode|orderedBy|section)(:|\.|$)/;

/** The two that every element repeats say nothing of their own. */
const everywhere = ['ele-1', 'ext-1'];
function rulesOf({ constraint = [] }: Element): { constraint?: Constraint[] } {
  const own = constraint.filter(({ key, expression }) => expression && !everywhere.includes(key));
  if (own.length === 0) return {};
  return { constraint: own.map(({ key, severity, expression = '' }) => ({ key, severity, expression })) };
}
const isByProfile = ({ slicing }: Element) =>
  (slicing as { discriminator?: { type: string }[] } | undefined)?.discriminator?.some((one) => one.type === 'profile');

const folder = process.argv[2] ?? '.';
const profiles = names.map((name) => {
  const read = JSON.parse(readFileSync(`${folder}/StructureDefinition-${name}-uv-ips.json`, 'utf8')) as Profile;
  const untold = read.snapshot.element.filter(isByProfile).map(({ id }) => id);
  const element = read.snapshot.element
    .filter(({ id }) => !idle.test(id) && !untold.some((one) => id.startsWith(`${one}:`)))
    .map((one) => {
      const kept = Object.entries(one).filter(
        ([key]) => isKept(key) && !(key === 'slicing' && untold.includes(one.id)),
      );
      return { ...Object.fromEntries(kept), ...rulesOf(one) };
    });
  return { ...Object.fromEntries(ofProfile.map((key) => [key, read[key]])), snapshot: { element } };
});
writeFileSync(new URL('./ips.json', import.meta.url), `${JSON.stringify(profiles).replaceAll('|4.0.1', '')}\n`);
