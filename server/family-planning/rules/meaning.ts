import type { Meaning } from '../schema/own.ts';

export type Told = { type: string; code: string; title: string };

const medicines = ['MedicationRequest', 'MedicationStatement', 'MedicationDispense'];
const icd10 = /^[^|]*icd-10[^|]*\|([A-Z]\d\d)/i;

/** ICD-10: O00–O08 and Z33.2 a loss, O80–O84 with Z37–Z39 a birth, Z30 prevention, what else is of O and Z31–Z36 a pregnancy. */
function ofDiagnosis(code: string): Meaning | null {
  const icd = icd10.exec(code)?.[1]?.toUpperCase();
  if (!icd) return null;
  if (icd >= 'O00' && icd <= 'O08') return 'loss';
  if ((icd >= 'O80' && icd <= 'O84') || (icd >= 'Z37' && icd <= 'Z39')) return 'birth';
  if (icd === 'Z30') return 'method';
  return icd.startsWith('O') || (icd >= 'Z31' && icd <= 'Z36') ? 'pregnancy' : null;
}

/** What a hospital wrote in words; the first that fits, and a loss before the pregnancy that its words name too. */
const words: [Meaning, RegExp][] = [
  ['loss', /流产|引产|清宫|宫外孕|异位妊娠|终止妊娠|死胎|abortion|miscarriage|ectopic|stillbirth/i],
  ['method', /避孕|节育|上环|取环|皮埋|埋植|绝育|结扎|炔雌醇|contracept|intrauterine|steriliz|sterilis|vasectomy/i],
  ['birth', /分娩|剖宫产|产后|产褥|顺产|delivery|cesarean|caesarean|postpartum|postnatal/i],
  ['pregnancy', /妊娠|孕|产前|产检|pregnan|prenatal|antenatal/i],
];

/**
 * What an entry of a hospital means for family planning: a pregnancy and its care, how it ended, a method, or a result and a
 * medicine beside them. Read from type, code and title alone; what fits nothing is `other` and still shown.
 */
export function meaningOf({ type, code, title }: Told): Meaning {
  const said = ofDiagnosis(code) ?? words.find(([, fits]) => fits.test(title))?.[0] ?? null;
  if (type === 'Encounter') return 'visit';
  if (type === 'Observation' || type === 'DiagnosticReport') return 'result';
  if (medicines.includes(type)) return said === 'method' ? 'method' : 'medicine';
  return said ?? 'other';
}
