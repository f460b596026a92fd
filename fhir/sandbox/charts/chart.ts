import type { FhirResource } from '../../resources/resource.ts';
import { systems } from '../../systems.ts';
import type { Catalog, Naming } from '../lean/catalog.ts';
import { createRandom, pick, pickWeighted } from '../lean/names.ts';
import { allergens, type Illness, illnesses, vaccines } from './illnesses.ts';
import { hashOf, type SamplePerson } from './people.ts';
import { withSlip } from './slips.ts';
import { writeVisit } from './visit.ts';
import { coded, iso, ref, term } from './write.ts';

export type Desk = { code: string; catalog: Catalog; naming: Naming; local: boolean; sloppy: boolean };
/** A resource with the time of its last change. */
export type Page = { resource: FhirResource; updated: number };

const dayMs = 86_400_000;
const yearMs = 365.2425 * dayMs;

/**
 * All that one hospital has written of one person until `now`, the same every time. As real registration desks
 * do, some take the number wrongly, some not at all, and some write a name with another character.
 */
export function writeChart(person: SamplePerson, desk: Desk, now: number): Page[] {
  const random = createRandom(hashOf(desk.code, person.idNumber));
  const patient = desk.naming('HZ', person.idNumber);
  const born = Date.parse(`${person.birthDate}T00:00:00Z`);
  const visits = visitsOf(person, desk, random, born, now);
  const registered = (visits[0]?.at ?? writtenUntil(now) - 30 * dayMs) - 600_000;
  const pages = visits.flatMap(({ illness, at }, index) => {
    const department =
      desk.catalog.departments.find((one) => one.catalogCode === illness.department) ?? desk.catalog.departments[0];
    const role = pick(random, desk.catalog.roles);
    const first = visits.findIndex((one) => one.illness === illness) === index;
    const key = `${person.idNumber}-${index}`;
    const facts = { key, patient, illness, at, first, local: desk.local };
    const make = { name: desk.naming, random };
    const written = writeVisit({ ...facts, doctor: role.practitionerHisId, department: department?.name ?? '' }, make);
    return written.map((resource) => ({ resource, updated: at + 6 * 3_600_000 }));
  });
  const standing = [
    registration(person, desk, patient, random),
    ...background(person, desk, patient, random, born, now),
  ];
  const all = [...standing.map((resource) => ({ resource, updated: registered })), ...pages];
  return all.map(({ resource, updated }) =>
    stamped({ updated, resource: desk.sloppy ? withSlip(resource) : resource }),
  );
}

export const stamped = ({ resource, updated }: Page, version = 1): Page => ({
  updated,
  resource: { ...resource, meta: { versionId: String(version), lastUpdated: iso(updated) } },
});

function registration(person: SamplePerson, desk: Desk, id: string, random: () => number): FhirResource {
  const slip = random();
  const wrong = `${person.idNumber.slice(0, 16)}${(Number(person.idNumber[16]) + 2) % 10}${person.idNumber[17]}`;
  const number = slip < 0.03 ? null : slip < 0.035 ? wrong : person.idNumber;
  const identifier = [
    { system: `urn:his:${desk.code}:mrn`, value: String(hashOf('mrn', desk.code, person.idNumber)) },
    ...(number ? [{ system: systems.idNumber, value: number }] : []),
  ];
  return {
    resourceType: 'Patient',
    id,
    identifier,
    active: true,
    name: [{ use: 'official', text: slip > 0.99 ? miswritten(person.name) : person.name }],
    ...(person.phone ? { telecom: [{ system: 'phone', value: person.phone, use: 'mobile' }] } : {}),
    gender: person.sex,
    birthDate: person.birthDate,
    ...(person.address ? { address: [{ text: person.address }] } : {}),
  };
}

const alike: Record<string, string> = {
  张: '章',
  伟: '玮',
  静: '婧',
  丽: '莉',
  明: '铭',
  芳: '方',
  军: '君',
  杨: '扬',
  陈: '晨',
};
const miswritten = (name: string): string => [...name].map((one) => alike[one] ?? one).join('');

function background(
  person: SamplePerson,
  desk: Desk,
  patient: string,
  random: () => number,
  born: number,
  now: number,
): FhirResource[] {
  const found: FhirResource[] = [];
  const key = person.idNumber;
  if (random() < 0.85) {
    found.push({
      resourceType: 'Coverage',
      id: desk.naming('BX', key),
      status: 'active',
      type: { text: random() < 0.3 ? '城镇职工基本医疗保险' : '城乡居民基本医疗保险' },
      beneficiary: ref('Patient', patient),
      payor: [{ display: '四川省医疗保障局（演示）' }],
      period: { start: `${new Date(now).getUTCFullYear()}-01-01` },
    });
  }
  if (random() < 0.12) {
    const { name } = pick(random, allergens);
    found.push({
      resourceType: 'AllergyIntolerance',
      id: desk.naming('GM', key),
      clinicalStatus: term('allergyintolerance-clinical', 'active'),
      verificationStatus: term('allergyintolerance-verification', 'confirmed'),
      criticality: random() < 0.3 ? 'high' : 'low',
      code: { text: name },
      patient: ref('Patient', patient),
    });
  }
  for (const vaccine of vaccines) {
    const at = born + vaccine.atDays * dayMs;
    if (at > now || (vaccine.atDays < 1000 && now - born > 7 * yearMs) || random() < 0.3) continue;
    found.push({
      resourceType: 'Immunization',
      id: desk.naming('YM', `${key}-${vaccine.code}`),
      status: 'completed',
      vaccineCode: coded('https://huimin.example/fhir/CodeSystem/vaccine', vaccine.code, vaccine.name),
      patient: ref('Patient', patient),
      occurrenceDateTime: iso(at).slice(0, 10),
      primarySource: true,
      lotNumber: `YM${hashOf('lot', key, vaccine.code) % 100_000}`,
    });
  }
  if (now - born < 14 * yearMs) {
    found.push({
      resourceType: 'RelatedPerson',
      id: desk.naming('QS', key),
      active: true,
      patient: ref('Patient', patient),
      relationship: [term('v3-RoleCode', random() < 0.6 ? 'MTH' : 'FTH')],
    });
  }
  if (random() < 0.15) {
    found.push({
      resourceType: 'MedicationStatement',
      id: desk.naming('ZY', key),
      status: 'active',
      medicationCodeableConcept: { text: '自服：复合维生素片' },
      subject: ref('Patient', patient),
      effectivePeriod: { start: iso(now - 200 * dayMs).slice(0, 10) },
    });
  }
  return found;
}

/** Days are counted back from the day of the program's writing, so that a chart is the same whenever it is asked for. */
const writtenUntil = (now: number): number => Math.min(now, Date.UTC(2026, 10, 20));

/** One to three visits over the past two years; a chronic illness is seen again every quarter. */
function visitsOf(person: SamplePerson, { catalog }: Desk, random: () => number, born: number, now: number) {
  const age = (now - born) / yearMs;
  const fitting = illnesses.filter(
    (one) => age >= one.ages[0] && age < one.ages[1] && (!one.sex || one.sex === person.sex),
  );
  const treated = fitting.filter((one) =>
    catalog.departments.some(({ catalogCode }) => catalogCode === one.department),
  );
  const able = treated.length > 0 ? treated : fitting;
  const visits: { illness: Illness; at: number }[] = [];
  const until = writtenUntil(now);
  for (let i = 0; i < 1 + Math.floor(random() * 2.3); i++) {
    const illness = pickWeighted(random, able);
    if (!illness) break;
    const day = Math.floor(random() * 700);
    const repeats = illness.kind === 'chronic' || illness.kind === 'pregnancy' ? 2 : 1;
    for (let again = 0; again < repeats; again++) {
      const at = until - (day - again * 90) * dayMs + Math.floor(random() * 8 * 60) * 60_000;
      if (day - again * 90 > 0 && at > born) visits.push({ illness, at });
    }
  }
  return visits.sort((a, b) => a.at - b.at);
}
