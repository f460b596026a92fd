/** A text in both languages of the platform. */
export type Both = { zh: string; en: string };
/** One of the words that a cell may hold, and the code it stands for. */
export type Word = Both & { code: string };
/** How a cell is written; `value` is a result: a number, a bound as <0.5, or words. */
export type Form =
  | 'id'
  | 'ids'
  | 'text'
  | 'day'
  | 'moment'
  | 'word'
  | 'number'
  | 'value'
  | 'id-number'
  | 'phone'
  | 'code';

/** A column of a table: `zh` and `en` are what its heading may say. */
export type Column = Both & {
  form: Form;
  needed: boolean;
  words: readonly Word[];
  about: Both;
  example: string;
};
type Wishes = { needed?: true; words?: readonly Word[] };

/** A column by its two names, its form, what belongs into it and an example. */
export const column = (
  [zh, en]: readonly [string, string],
  form: Form,
  [aboutZh, aboutEn]: readonly [string, string],
  example: string,
  { needed, words = [] }: Wishes = {},
): Column => ({ zh, en, form, needed: needed ?? false, words, about: { zh: aboutZh, en: aboutEn }, example });

export const word = (code: string, zh: string, en: string): Word => ({ code, zh, en });

/** Where a code comes from; the names stand in a cell as they are. */
export const codeKinds = {
  result: [word('loinc', 'LOINC', 'LOINC'), word('local', '本院', 'own')],
  diagnosis: [
    word('icd10', 'ICD-10', 'ICD-10'),
    word('icd10China', '国临版', 'ICD-10-CN'),
    word('local', '本院', 'own'),
  ],
} as const;

/** What a document is, by its LOINC code; no code says `other`. */
export const documentKinds = [
  word('34108-1', '门诊病历', 'outpatient note'),
  word('34111-5', '急诊病历', 'emergency note'),
  word('34117-2', '入院记录', 'admission note'),
  word('11506-3', '病程记录', 'progress note'),
  word('11504-8', '手术记录', 'operation note'),
  word('11488-4', '会诊记录', 'consultation'),
  word('18842-5', '出院小结', 'discharge summary'),
  word('other', '其他', 'other'),
] as const;

/** The number under which the hospital keeps the thing: every table begins with it. */
export const ownId = (zh: string, en: string, example: string): Column =>
  column(
    [zh, en],
    'id',
    ['本院系统里的编号，不重复、不更换', 'Its number in your system: unique, and never changed'],
    example,
    {
      needed: true,
    },
  );

export const patientId = column(
  ['患者编号', 'patient_id'],
  'id',
  ['与患者表里的编号一致', 'As in the table of patients'],
  'P0001',
  { needed: true },
);
export const visitId = column(
  ['就诊编号', 'visit_id'],
  'id',
  ['与就诊表里的编号一致；不属于哪次就诊的空着', 'As in the table of visits; empty if it belongs to none'],
  'V0001',
);
export const updated = column(
  ['更新时间', 'updated'],
  'moment',
  [
    '这一行在本院最后一次改动的时间；改了内容，也要改它',
    'When this row was last changed with you; change it whenever you change the row',
  ],
  '2026-11-02 10:30',
  { needed: true },
);
export const deleted = column(
  ['删除', 'deleted'],
  'word',
  [
    '本院已删除的写“是”，平台随之撤下；其余空着',
    'Write yes if you have deleted it, and it is taken down here; else leave it empty',
  ],
  '',
  { words: [word('yes', '是', 'yes'), word('', '否', 'no')] },
);
export const ownCode = (zh: string, en: string, example: string): Column =>
  column([zh, en], 'code', ['本院的代码，没有的空着', 'Your own code; empty if there is none'], example);
