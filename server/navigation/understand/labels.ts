/** The departments that navigation can name, with their code in the catalogue of clinical subjects (诊疗科目名录). */
export const labels = [
  { label: '呼吸内科', code: '03.01', en: 'Respiratory medicine' },
  { label: '消化内科', code: '03.02', en: 'Gastroenterology' },
  { label: '神经内科', code: '03.03', en: 'Neurology' },
  { label: '心血管内科', code: '03.04', en: 'Cardiology' },
  { label: '血液内科', code: '03.05', en: 'Haematology' },
  { label: '肾内科', code: '03.06', en: 'Nephrology' },
  { label: '内分泌科', code: '03.07', en: 'Endocrinology' },
  { label: '风湿免疫科', code: '03.08', en: 'Rheumatology' },
  { label: '普通外科', code: '04.01', en: 'General surgery' },
  { label: '神经外科', code: '04.02', en: 'Neurosurgery' },
  { label: '骨科', code: '04.03', en: 'Orthopaedics' },
  { label: '泌尿外科', code: '04.04', en: 'Urology' },
  { label: '胸心外科', code: '04.05', en: 'Cardiothoracic surgery' },
  { label: '烧伤整形科', code: '04.08', en: 'Burns and plastic surgery' },
  { label: '妇产科', code: '05', en: 'Obstetrics and gynaecology' },
  { label: '儿科', code: '07', en: 'Paediatrics' },
  { label: '眼科', code: '10', en: 'Ophthalmology' },
  { label: '耳鼻咽喉科', code: '11', en: 'Ear, nose and throat' },
  { label: '口腔科', code: '12', en: 'Dentistry' },
  { label: '皮肤性病科', code: '13', en: 'Dermatology and sexual health' },
  { label: '精神心理科', code: '15', en: 'Psychiatry and psychology' },
  { label: '感染科', code: '16', en: 'Infectious diseases' },
  { label: '肿瘤科', code: '19', en: 'Oncology' },
  { label: '中医科', code: '50', en: 'Traditional Chinese medicine' },
] as const;

export type Label = (typeof labels)[number]['label'];

const byName = new Map<string, number>(labels.map(({ label }, at) => [label, at]));

/** Place of a label in `labels`; throws on an unknown name, so that a rule with a slip fails when it is loaded. */
export function placeOf(label: string): number {
  const at = byName.get(label);
  if (at === undefined) throw new Error(`No such department label: ${label}`);
  return at;
}
