import type { FhirResource } from '../../resources/resource.ts';
import { systems } from '../../systems.ts';
import { type Illness, measures } from './illnesses.ts';
import { coded, diagnosis, iso, ref, term, toObservation } from './write.ts';

export type VisitFacts = {
  key: string;
  patient: string;
  doctor: string;
  department: string;
  illness: Illness;
  at: number;
  /** The first time this illness was seen here; the diagnosis is written once. */
  first: boolean;
  /** This hospital's laboratory has codes of its own. */
  local: boolean;
};
type Make = { name: (kind: string, key: string) => string; random: () => number };

const dayMs = 86_400_000;
const classes = { acute: 'AMB', chronic: 'AMB', pregnancy: 'AMB', admission: 'IMP' } as const;

/** One visit and all that is written about it, in an order in which references point backwards. */
export function writeVisit(facts: VisitFacts, make: Make): FhirResource[] {
  const { illness, at, key } = facts;
  const encounter = make.name('JZ', key);
  const condition = make.name('ZD', `${facts.patient}-${illness.icd}`);
  const days = illness.kind === 'admission' ? 3 + Math.floor(make.random() * 9) : 0;
  const about = { subject: ref('Patient', facts.patient), encounter: ref('Encounter', encounter) };
  const doctor = ref('Practitioner', facts.doctor);
  const end = at + (days ? days * dayMs : 30 * 60_000);
  const visit: FhirResource = {
    resourceType: 'Encounter',
    id: encounter,
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: classes[illness.kind] },
    subject: about.subject,
    participant: [{ individual: doctor }],
    period: { start: iso(at), end: iso(end) },
    reasonCode: [diagnosis(illness.icd, illness.name)],
    serviceType: { text: facts.department },
  };
  const found: FhirResource[] = [visit];
  if (facts.first) {
    found.push({
      resourceType: 'Condition',
      id: condition,
      clinicalStatus: term('condition-clinical', illness.kind === 'chronic' ? 'active' : 'resolved'),
      verificationStatus: term('condition-ver-status', 'confirmed'),
      category: [term('condition-category', 'encounter-diagnosis')],
      code: diagnosis(illness.icd, illness.name),
      ...about,
      onsetDateTime: iso(at).slice(0, 10),
      recordedDate: iso(at),
    });
  }
  return [
    ...found,
    ...writeResults(facts, make, encounter),
    ...writeTreatment(facts, make, { about, doctor, end, days }),
  ];
}

function writeResults(facts: VisitFacts, make: Make, encounter: string): FhirResource[] {
  const { illness, at, key } = facts;
  if (illness.measures.length === 0) return [];
  const order = make.name('SQ', key);
  const links = { patient: facts.patient, encounter, performer: facts.doctor, at: at + 5_400_000, local: facts.local };
  const observations = illness.measures.map((one, index) => {
    const measure = measures[one];
    const spread = measure.high - measure.low;
    const shift = index === 0 ? illness.raised : 0;
    const value = Math.max(0, measure.low + spread * (0.2 + 0.6 * make.random() + shift));
    return toObservation(make.name('JG', `${key}-${one}`), { measure, value }, links);
  });
  const about = { subject: ref('Patient', facts.patient), encounter: ref('Encounter', encounter) };
  const name = illness.measures.some((one) => one === 'systolic') ? '生命体征与检验' : '检验';
  return [
    {
      resourceType: 'ServiceRequest',
      id: order,
      status: 'completed',
      intent: 'order',
      code: { text: name },
      ...about,
      authoredOn: iso(at),
      requester: ref('Practitioner', facts.doctor),
    },
    ...observations,
    {
      resourceType: 'DiagnosticReport',
      id: make.name('BG', key),
      basedOn: [ref('ServiceRequest', order)],
      status: 'final',
      category: [term('v2-0074', 'LAB')],
      code: { text: `${name}报告` },
      ...about,
      effectiveDateTime: iso(links.at),
      issued: iso(links.at + 3_600_000),
      result: observations.map((one) => ref('Observation', String(one.id))),
    },
  ];
}

type Treatment = { about: { subject: object; encounter: object }; doctor: object; end: number; days: number };

function writeTreatment(facts: VisitFacts, make: Make, treatment: Treatment): FhirResource[] {
  const { about, doctor, days } = treatment;
  const { illness, at, key } = facts;
  const found = illness.medicines.flatMap((medicine, i) =>
    prescription(medicine, `${key}-${i}`, facts, make, treatment),
  );
  if (illness.procedure) {
    found.push({
      resourceType: 'Procedure',
      id: make.name('SS', key),
      status: 'completed',
      code: { text: illness.procedure },
      ...about,
      performedDateTime: iso(at + (days ? dayMs : 7_200_000)),
      performer: [{ actor: doctor }],
    });
  }
  if (days) found.push(dischargeNote(facts, make, treatment));
  if (facts.first) found.push(...longTerm(facts, make));
  return found;
}

function prescription(
  medicine: string,
  key: string,
  { illness, at }: VisitFacts,
  make: Make,
  { about, doctor }: Treatment,
): FhirResource[] {
  const id = make.name('CF', key);
  const medicationCodeableConcept = { text: medicine };
  return [
    {
      resourceType: 'MedicationRequest',
      id,
      status: illness.kind === 'chronic' ? 'active' : 'completed',
      intent: 'order',
      medicationCodeableConcept,
      ...about,
      authoredOn: iso(at + 1_800_000),
      requester: doctor,
      dosageInstruction: [{ text: '按医嘱服用' }],
    },
    {
      resourceType: 'MedicationDispense',
      id: make.name('FY', key),
      status: 'completed',
      medicationCodeableConcept,
      subject: about.subject,
      context: about.encounter,
      authorizingPrescription: [ref('MedicationRequest', id)],
      whenHandedOver: iso(at + 3_600_000),
    },
  ];
}

function dischargeNote({ illness, at, key }: VisitFacts, make: Make, { about, end, days }: Treatment): FhirResource {
  const text = `入院诊断：${illness.name}。住院${days}天，治疗后好转出院。`;
  const data = Buffer.from(text).toString('base64');
  return {
    resourceType: 'DocumentReference',
    id: make.name('WS', key),
    status: 'current',
    type: coded(systems.loinc, '18842-5', '出院小结'),
    subject: about.subject,
    date: iso(end),
    content: [{ attachment: { contentType: 'text/plain', title: '出院小结', data } }],
    context: { encounter: [about.encounter], period: { start: iso(at), end: iso(end) } },
  };
}

/** What goes on after the visit: a plan for an illness that stays, the care of a pregnancy. */
function longTerm({ illness, at, key, patient }: VisitFacts, make: Make): FhirResource[] {
  const period = { start: iso(at).slice(0, 10) };
  if (illness.kind === 'chronic') {
    const addresses = [ref('Condition', make.name('ZD', `${patient}-${illness.icd}`))];
    const plan = { status: 'active', intent: 'plan', title: `${illness.name}随访计划` };
    return [
      {
        resourceType: 'CarePlan',
        id: make.name('JH', key),
        ...plan,
        subject: ref('Patient', patient),
        period,
        addresses,
      },
    ];
  }
  if (illness.kind !== 'pregnancy') return [];
  const care = { status: 'active', type: [{ text: '孕产期保健' }] };
  return [
    { resourceType: 'EpisodeOfCare', id: make.name('YC', key), ...care, patient: ref('Patient', patient), period },
  ];
}
