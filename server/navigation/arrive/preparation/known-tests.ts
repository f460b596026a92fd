import type { PlaceKind, Words } from '../../schema/places.ts';
import type { Preparation } from '../../schema/preparation.ts';

type Test = { code: string; name: Words; at: PlaceKind; needs: Partial<Preparation> };

/**
 * Tests that a clinic often orders, where they are done, and what is usual before them. A facility's own rows
 * go before these. Of 2026-11; hospitals' patient leaflets agree on them, the doctor's word stands above both.
 */
export const knownTests: readonly Test[] = [
  {
    code: 'blood-fasting',
    name: { zh: '空腹抽血（血糖、血脂、肝肾功能）', en: 'Fasting blood test (glucose, lipids, liver, kidneys)' },
    at: 'laboratory',
    needs: {
      fastingHours: 8,
      note: { zh: '可以少量喝水；抽完血再吃早餐', en: 'Sips of water are fine; have breakfast after the test' },
    },
  },
  { code: 'blood', name: { zh: '抽血（血常规等）', en: 'Blood test (blood count)' }, at: 'laboratory', needs: {} },
  {
    code: 'urine',
    name: { zh: '尿常规', en: 'Urine test' },
    at: 'laboratory',
    needs: { note: { zh: '留取中段尿', en: 'Collect from the middle of the stream' } },
  },
  { code: 'ecg', name: { zh: '心电图', en: 'ECG' }, at: 'ecg', needs: {} },
  {
    code: 'ultrasound-abdomen',
    name: { zh: '上腹部超声（肝胆胰脾）', en: 'Ultrasound of the upper abdomen' },
    at: 'ultrasound',
    needs: { fastingHours: 8 },
  },
  {
    code: 'ultrasound-pelvis',
    name: { zh: '盆腔或泌尿系超声', en: 'Ultrasound of the pelvis or urinary tract' },
    at: 'ultrasound',
    needs: { note: { zh: '检查前喝水憋尿', en: 'Drink water and come with a full bladder' } },
  },
  { code: 'ultrasound', name: { zh: '其他超声', en: 'Other ultrasound' }, at: 'ultrasound', needs: {} },
  {
    code: 'x-ray',
    name: { zh: 'X 线拍片', en: 'X-ray' },
    at: 'imaging',
    needs: {
      note: { zh: '怀孕或可能怀孕请先告诉医生', en: 'Tell the doctor first if you are or may be pregnant' },
    },
  },
  {
    code: 'ct',
    name: { zh: 'CT 平扫', en: 'CT scan' },
    at: 'imaging',
    needs: {
      note: { zh: '怀孕或可能怀孕请先告诉医生', en: 'Tell the doctor first if you are or may be pregnant' },
    },
  },
  {
    code: 'ct-contrast',
    name: { zh: 'CT 增强', en: 'CT scan with contrast' },
    at: 'imaging',
    needs: {
      ...{ fastingHours: 4, companion: true },
      note: { zh: '有过敏史、肾病或怀孕请先告诉医生', en: 'Tell the doctor of allergies, kidney disease or pregnancy' },
    },
  },
  {
    code: 'mri',
    name: { zh: '磁共振', en: 'MRI scan' },
    at: 'imaging',
    needs: {
      note: {
        zh: '体内有起搏器或金属请先告诉医生；取下身上金属物品',
        en: 'Tell the doctor of a pacemaker or metal in the body; take off metal objects',
      },
    },
  },
  {
    code: 'gastroscopy',
    name: { zh: '胃镜', en: 'Gastroscopy' },
    at: 'endoscopy',
    needs: {
      ...{ fastingHours: 8, companion: true },
      note: { zh: '无痛胃镜当天不能开车', en: 'No driving that day after sedation' },
    },
  },
  {
    code: 'colonoscopy',
    name: { zh: '肠镜', en: 'Colonoscopy' },
    at: 'endoscopy',
    needs: {
      ...{ fastingHours: 8, companion: true },
      note: { zh: '按医嘱提前清洁肠道', en: 'Prepare the bowel beforehand as the doctor said' },
    },
  },
];

export const findTest = (code: string): Test | null => knownTests.find((test) => test.code === code) ?? null;
