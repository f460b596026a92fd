import { expect, it } from 'vitest';
import type { Meaning } from '../schema/own.ts';
import { meaningOf } from './meaning.ts';

const icd = (code: string) => `http://hl7.org/fhir/sid/icd-10|${code}`;

it.each<[string, string, string, Meaning]>([
  ['EpisodeOfCare', '', '孕产期保健', 'pregnancy'],
  ['Condition', icd('Z34.9'), '正常妊娠监督', 'pregnancy'],
  ['Condition', icd('O24.4'), '妊娠期糖尿病', 'pregnancy'],
  ['Condition', icd('O03.9'), '自然流产', 'loss'],
  ['Condition', icd('O80.0'), '头位顺产', 'birth'],
  ['Condition', icd('Z39.2'), '产后常规随访', 'birth'],
  ['Condition', icd('Z30.4'), '避孕药具随访', 'method'],
  ['Condition', icd('N80.9'), '子宫内膜异位症', 'other'],
  ['Procedure', '', '宫内节育器放置术', 'method'],
  ['Procedure', '', '皮下埋植剂取出术', 'method'],
  ['Procedure', '', '人工流产术', 'loss'],
  ['Procedure', '', '异位妊娠腹腔镜手术', 'loss'],
  ['Procedure', '', '子宫下段剖宫产术', 'birth'],
  ['Procedure', '', 'Insertion of intrauterine contraceptive device', 'method'],
  ['Procedure', '', 'Vasectomy', 'method'],
  ['Observation', 'http://loinc.org|21198-7', '人绒毛膜促性腺激素', 'result'],
  ['DiagnosticReport', '', '产前超声检查报告', 'result'],
  ['MedicationStatement', '', '屈螺酮炔雌醇片', 'method'],
  ['MedicationRequest', '', '叶酸片 0.4mg', 'medicine'],
  ['Encounter', '', '产前检查', 'visit'],
  ['CarePlan', '', '', 'other'],
])('%s %s %s is %s', (type, code, title, meaning) => {
  expect(meaningOf({ type, code, title })).toBe(meaning);
});
