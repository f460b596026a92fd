import type { Preparation, PreparationRow } from '../../schema/preparation.ts';
import { findTest } from './known-tests.ts';

const none = { zh: '', en: '' };

/**
 * What holds where a facility has said nothing: the platform's defaults of 2026-11, after what the referral
 * letters of others say (E14). 30 minutes: the desk and the way take that long at a large hospital.
 */
const plain: Preparation = {
  fastingHours: 0,
  earlyMinutes: 30,
  oldResults: true,
  companion: false,
  documents: { zh: '身份证或医保码、以往病历', en: 'ID card or insurance code, earlier records' },
  note: none,
};
const quiet: Preparation = { ...plain, earlyMinutes: 0, oldResults: false, documents: none };

const child: Partial<Preparation> = {
  companion: true,
  documents: {
    zh: '孩子的户口簿或医保码、接种证、以往病历',
    en: 'The child’s papers, vaccination book, earlier records',
  },
};
const mother: Partial<Preparation> = {
  documents: {
    zh: '身份证或医保码、母子健康手册、以往产检结果',
    en: 'ID card, maternity record, earlier check-up results',
  },
};
/** By the catalogue's code or the head of its family. */
const byCatalog: Record<string, Partial<Preparation>> = {
  '03.02': {
    note: {
      zh: '上午看病可先不吃早餐，以便当天做检查；糖尿病人照常进食',
      en: 'For a morning visit you may skip breakfast, so that tests can be done; with diabetes eat as usual',
    },
  },
  '03.07': {
    note: {
      zh: '带上正在用的药和血糖记录；是否空腹听医生安排',
      en: 'Bring your medicines and glucose notes; the doctor says whether to fast',
    },
  },
  '05.02': mother,
  '06': mother,
  '07': child,
  '08': child,
  '09': child,
  '10': {
    companion: true,
    note: { zh: '可能散瞳，之后几小时看近不清，请勿开车', en: 'Your pupils may be widened: do not drive afterwards' },
  },
  '15': { companion: true },
  '50.04': child,
};
const byNumberType: Record<string, Partial<Preparation>> = {
  chronic: {
    documents: { zh: '身份证或医保码、慢病手册、正在用的药', en: 'ID card, chronic care booklet, your medicines' },
  },
  return: {
    documents: { zh: '身份证或医保码、上次的病历和检查结果', en: 'ID card, records and results of the last visit' },
  },
};

/** The default of a department: its own code before its family's. */
const defaultsOf = (catalogCode: string): Partial<Preparation> =>
  byCatalog[catalogCode] ?? byCatalog[catalogCode.split('.')[0] ?? ''] ?? {};

type Own = Omit<PreparationRow, 'id' | 'changedBy' | 'updatedAt'>;
export type Subject = { departmentId: string; catalogCode: string; numberType: string };

/** What a row says; a text is taken over in both languages together, so that they never tell two things. */
function saidBy(row: Own): Partial<Preparation> {
  const { fastingHours, earlyMinutes, oldResults, companion } = row;
  return {
    ...(fastingHours === null ? {} : { fastingHours }),
    ...(earlyMinutes === null ? {} : { earlyMinutes }),
    ...(oldResults === null ? {} : { oldResults }),
    ...(companion === null ? {} : { companion }),
    ...(row.documents === null ? {} : { documents: { zh: row.documents, en: row.documentsEn ?? '' } }),
    ...(row.note === null ? {} : { note: { zh: row.note, en: row.noteEn ?? '' } }),
  };
}

/** The more exactly a row names the visit, the later it speaks: facility, number type, department, both. */
export function preparationFor(rows: readonly Own[], subject: Subject): Preparation {
  const weight = (row: Own) => (row.departmentId ? 2 : 0) + (row.numberType ? 1 : 0);
  const fitting = rows
    .filter((row) => row.test === '')
    .filter((row) => row.departmentId === '' || row.departmentId === subject.departmentId)
    .filter((row) => row.numberType === '' || row.numberType === subject.numberType)
    .sort((a, b) => weight(a) - weight(b));
  const defaults = { ...plain, ...byNumberType[subject.numberType], ...defaultsOf(subject.catalogCode) };
  return Object.assign({}, defaults, ...fitting.map(saidBy));
}

/** What is to be done before a test; nothing when it is not one of the known ones and has no row. */
export function preparationForTest(rows: readonly Own[], code: string): Preparation {
  const own = rows.find((row) => row.test === code);
  return { ...quiet, ...findTest(code)?.needs, ...(own ? saidBy(own) : {}) };
}
