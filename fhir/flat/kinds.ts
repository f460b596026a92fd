import type { ClinicalType } from '../resources/clinical/shapes.ts';
import {
  type Both,
  type Column,
  codeKinds,
  column,
  deleted,
  documentKinds,
  ownCode,
  ownId,
  patientId,
  updated,
  visitId,
  word,
} from './column.ts';

/** One kind of table: what a row of it becomes, and its columns in the order of the template, its own number first. */
export type Kind = Both & { name: string; type: ClinicalType; columns: readonly Column[] };

const kind = (name: string, type: ClinicalType, zh: string, en: string, columns: readonly Column[]): Kind => ({
  ...{ name, type, zh, en },
  columns: [...columns, updated, deleted],
});
const needed = { needed: true } as const;
const present = [word('active', '现有', 'active'), word('resolved', '已消除', 'resolved')];

/** Every table a hospital may fill in, in an order in which what is referred to comes before what refers to it. */
export const kinds: readonly Kind[] = [
  kind('patients', 'Patient', '患者', 'Patients', [
    { ...patientId, about: ownId('', '', '').about },
    column(['姓名', 'name'], 'text', ['与身份证上一致', 'As on the identity card'], '示例某', needed),
    column(['性别', 'sex'], 'word', ['男、女或未知', 'male, female or unknown'], '女', {
      ...needed,
      words: [word('male', '男', 'male'), word('female', '女', 'female'), word('unknown', '未知', 'unknown')],
    }),
    column(['出生日期', 'birth_date'], 'day', ['与身份证上一致', 'As on the identity card'], '1986-03-12', needed),
    column(
      ['身份证号', 'id_number'],
      'id-number',
      [
        '18 位；没有的空着，平台会请人核对是谁',
        '18 characters; empty if there is none, and people will look who it is',
      ],
      '519000198603120024',
    ),
    column(['电话', 'phone'], 'phone', ['本人常用的号码', 'A number the person uses'], '10000000001'),
    column(['住址', 'address'], 'text', ['现住址', 'Where the person lives now'], '某市某区某路 1 号'),
  ]),
  kind('visits', 'Encounter', '就诊', 'Visits', [
    { ...visitId, needed: true, about: ownId('', '', '').about },
    patientId,
    column(
      ['就诊类型', 'visit_kind'],
      'word',
      ['门诊、急诊、住院或上门', 'outpatient, emergency, inpatient or home'],
      '门诊',
      {
        ...needed,
        words: [
          word('AMB', '门诊', 'outpatient'),
          word('EMER', '急诊', 'emergency'),
          word('IMP', '住院', 'inpatient'),
          word('HH', '上门', 'home'),
        ],
      },
    ),
    column(['科室', 'department'], 'text', ['就诊的科室', 'Which department'], '内科'),
    column(['开始时间', 'started'], 'moment', ['到诊或入院的时间', 'When the visit began'], '2026-11-02 09:10', needed),
    column(
      ['结束时间', 'ended'],
      'moment',
      ['离院的时间；还在住院的空着', 'When it ended; empty while the person is still in'],
      '2026-11-02 10:20',
    ),
    column(['就诊原因', 'reason'], 'text', ['主诉', 'Why the person came'], '反复咳嗽一周'),
  ]),
  kind('diagnoses', 'Condition', '诊断', 'Diagnoses', [
    ownId('诊断编号', 'diagnosis_id', 'D0001'),
    patientId,
    visitId,
    column(['诊断代码', 'code'], 'code', ['有代码的写在这里', 'Its code, if there is one'], 'J20.9'),
    column(
      ['代码种类', 'code_kind'],
      'word',
      ['ICD-10、国临版或本院；空着算本院', 'ICD-10, ICD-10-CN or own; empty counts as own'],
      'ICD-10',
      {
        words: codeKinds.diagnosis,
      },
    ),
    column(['诊断名称', 'title'], 'text', ['给病人看的名称', 'Its name, as people read it'], '急性支气管炎', needed),
    column(['诊断日期', 'diagnosed'], 'day', ['作出诊断的日期', 'When it was diagnosed'], '2026-11-02', needed),
    column(
      ['状态', 'status'],
      'word',
      ['现有或已消除；空着算现有', 'active or resolved; empty counts as active'],
      '现有',
      { words: present },
    ),
  ]),
  kind('results', 'Observation', '检验结果', 'Results', [
    ownId('结果编号', 'result_id', 'R0001'),
    patientId,
    visitId,
    column(['项目代码', 'code'], 'code', ['有代码的写在这里', 'Its code, if there is one'], '718-7'),
    column(
      ['代码种类', 'code_kind'],
      'word',
      ['LOINC 或本院；空着算本院', 'LOINC or own; empty counts as own'],
      'LOINC',
      {
        words: codeKinds.result,
      },
    ),
    column(['项目名称', 'title'], 'text', ['给病人看的名称', 'Its name, as people read it'], '血红蛋白', needed),
    column(
      ['结果', 'value'],
      'value',
      ['数字照原样写，如 5.60、<0.5；或文字，如 阴性', 'A number as printed, as 5.60 or <0.5; or words, as negative'],
      '128',
      needed,
    ),
    column(['单位', 'unit'], 'text', ['数字的单位', 'The unit of the number'], 'g/L'),
    column(['参考下限', 'low'], 'number', ['参考范围的低值', 'The lower bound of the usual range'], '115'),
    column(['参考上限', 'high'], 'number', ['参考范围的高值', 'The upper bound of the usual range'], '150'),
    column(['提示', 'flag'], 'word', ['偏高、偏低、正常或异常', 'high, low, normal or abnormal'], '正常', {
      words: [
        word('H', '偏高', 'high'),
        word('L', '偏低', 'low'),
        word('N', '正常', 'normal'),
        word('A', '异常', 'abnormal'),
      ],
    }),
    column(
      ['类别', 'category'],
      'word',
      ['化验、体征或检查；空着算化验', 'laboratory, vital-signs or imaging; empty counts as laboratory'],
      '化验',
      {
        words: [
          word('laboratory', '化验', 'laboratory'),
          word('vital-signs', '体征', 'vital-signs'),
          word('imaging', '检查', 'imaging'),
        ],
      },
    ),
    column(
      ['检查时间', 'measured'],
      'moment',
      ['采样或测量的时间', 'When it was sampled or measured'],
      '2026-11-02 09:40',
      needed,
    ),
  ]),
  kind('prescriptions', 'MedicationRequest', '处方', 'Prescriptions', [
    ownId('处方编号', 'prescription_id', 'M0001'),
    patientId,
    visitId,
    ownCode('药品代码', 'code', ''),
    column(['药品名称', 'title'], 'text', ['通用名、规格', 'Name and strength'], '阿莫西林胶囊 0.25g', needed),
    column(
      ['用法用量', 'dose'],
      'text',
      ['怎么吃、吃多少、吃几天', 'How, how much, for how long'],
      '口服，一次 2 粒，一日 3 次，5 天',
    ),
    column(['开方时间', 'prescribed'], 'moment', ['开具的时间', 'When it was prescribed'], '2026-11-02 10:05', needed),
    column(
      ['状态', 'status'],
      'word',
      ['在用、已停或已完成；空着算在用', 'active, stopped or completed; empty counts as active'],
      '在用',
      {
        words: [
          word('active', '在用', 'active'),
          word('stopped', '已停', 'stopped'),
          word('completed', '已完成', 'completed'),
        ],
      },
    ),
  ]),
  kind('allergies', 'AllergyIntolerance', '过敏', 'Allergies', [
    ownId('过敏编号', 'allergy_id', 'A0001'),
    patientId,
    column(['过敏物', 'title'], 'text', ['对什么过敏', 'To what'], '青霉素', needed),
    column(['表现', 'reaction'], 'text', ['过敏时的表现', 'What it does'], '皮疹'),
    column(['严重', 'severe'], 'word', ['曾危及生命的写“是”', 'yes if it has been dangerous to life'], '否', {
      words: [word('high', '是', 'yes'), word('low', '否', 'no')],
    }),
    column(['确认日期', 'recorded'], 'day', ['记入病历的日期', 'When it was written down'], '2026-11-02', needed),
    column(
      ['状态', 'status'],
      'word',
      ['现有或已消除；空着算现有', 'active or resolved; empty counts as active'],
      '现有',
      { words: present },
    ),
  ]),
  kind('vaccinations', 'Immunization', '接种', 'Vaccinations', [
    ownId('接种编号', 'vaccination_id', 'I0001'),
    patientId,
    visitId,
    ownCode('疫苗代码', 'code', ''),
    column(['疫苗名称', 'title'], 'text', ['通用名', 'Its name'], '流感疫苗', needed),
    column(['批号', 'lot'], 'text', ['包装上的批号', 'The lot on the package'], '20260901A'),
    column(
      ['接种时间', 'given'],
      'moment',
      ['接种的时间，只有日期也可以', 'When it was given; a day will do'],
      '2026-11-02',
      needed,
    ),
  ]),
  kind('procedures', 'Procedure', '手术与操作', 'Procedures', [
    ownId('操作编号', 'procedure_id', 'O0001'),
    patientId,
    visitId,
    ownCode('操作代码', 'code', ''),
    column(['操作名称', 'title'], 'text', ['手术或操作的名称', 'What was done'], '清创缝合术', needed),
    column(
      ['操作时间', 'performed'],
      'moment',
      ['开始的时间，只有日期也可以', 'When it began; a day will do'],
      '2026-11-02 11:00',
      needed,
    ),
  ]),
  kind('reports', 'DiagnosticReport', '报告', 'Reports', [
    ownId('报告编号', 'report_id', 'T0001'),
    patientId,
    visitId,
    ownCode('报告代码', 'code', ''),
    column(['报告名称', 'title'], 'text', ['报告的名称', 'Its name'], '血常规报告', needed),
    column(['结论', 'conclusion'], 'text', ['报告的结论', 'What it concludes'], '未见明显异常'),
    column(
      ['结果编号', 'result_ids'],
      'ids',
      ['包含的检验结果的编号，用分号隔开', 'Numbers of the results it holds, parted by semicolons'],
      'R0001',
    ),
    column(['报告时间', 'reported'], 'moment', ['出报告的时间', 'When it was made'], '2026-11-02 10:30', needed),
  ]),
  kind('documents', 'DocumentReference', '病历文书', 'Documents', [
    ownId('文书编号', 'document_id', 'W0001'),
    patientId,
    visitId,
    column(
      ['文书类型', 'document_kind'],
      'word',
      [
        '门诊病历、急诊病历、入院记录、病程记录、手术记录、会诊记录、出院小结或其他',
        'outpatient note, emergency note, admission note, progress note, operation note, consultation, discharge summary or other',
      ],
      '出院小结',
      { ...needed, words: documentKinds },
    ),
    column(['文书名称', 'title'], 'text', ['给病人看的名称', 'Its name, as people read it'], '出院小结', needed),
    column(
      ['文书内容', 'content'],
      'text',
      [
        '纯文字，最多 4000 字，可以换行；涉及某次就诊的请写就诊编号，隐私随那次就诊',
        'Plain text, at most 4,000 characters, line breaks as you like; name the visit, whose privacy it shares',
      ],
      '因急性支气管炎住院 5 天，治疗后好转出院。一周后门诊复查。',
      needed,
    ),
    column(
      ['书写时间', 'written'],
      'moment',
      ['写成或签名的时间', 'When it was written or signed'],
      '2026-11-02 10:30',
      needed,
    ),
  ]),
];

/** The table whose own number has this name; the first column says so. */
export const kindOf = (heading: string): Kind | undefined =>
  kinds.find(({ columns: [own] }) => own && named(own, heading));
export const kindNamed = (name: string): Kind | undefined => kinds.find((one) => one.name === name || one.zh === name);

/** Whether a heading names this column; letters, blanks and stars of the template make no difference. */
export const named = (column: Both, heading: string): boolean => {
  const said = heading.normalize('NFKC').replace(/[\s*]/g, '').toLowerCase();
  return said === column.zh || said === column.en;
};
