/** A measured value: LOINC code, name, unit (UCUM), normal range, decimals as the laboratory prints them. */
export type Measure = {
  loinc: string;
  name: string;
  unit: string;
  low: number;
  high: number;
  decimals: number;
};

const measure = (loinc: string, name: string, unit: string, low: number, high: number, decimals: number): Measure => ({
  ...{ loinc, name, unit, low, high, decimals },
});

export const measures = {
  systolic: measure('8480-6', '收缩压', 'mm[Hg]', 90, 139, 0),
  diastolic: measure('8462-4', '舒张压', 'mm[Hg]', 60, 89, 0),
  pulse: measure('8867-4', '心率', '/min', 60, 100, 0),
  temperature: measure('8310-5', '体温', 'Cel', 36, 37.2, 1),
  weight: measure('29463-7', '体重', 'kg', 45, 80, 1),
  glucose: measure('14771-0', '空腹血糖', 'mmol/L', 3.9, 6.1, 2),
  hba1c: measure('4548-4', '糖化血红蛋白', '%', 4, 6, 1),
  cholesterol: measure('14647-2', '总胆固醇', 'mmol/L', 2.8, 5.2, 2),
  ldl: measure('22748-8', '低密度脂蛋白胆固醇', 'mmol/L', 1.5, 3.4, 2),
  creatinine: measure('14682-9', '肌酐', 'umol/L', 44, 104, 0),
  potassium: measure('2823-3', '血钾', 'mmol/L', 3.5, 5.3, 2),
  hemoglobin: measure('718-7', '血红蛋白', 'g/L', 115, 160, 0),
  leukocytes: measure('6690-2', '白细胞计数', '10*9/L', 3.5, 9.5, 2),
  platelets: measure('777-3', '血小板计数', '10*9/L', 125, 350, 0),
  crp: measure('1988-5', 'C反应蛋白', 'mg/L', 0, 10, 2),
  tsh: measure('3016-3', '促甲状腺激素', 'm[IU]/L', 0.27, 4.2, 3),
  hcg: measure('19080-1', '人绒毛膜促性腺激素', 'm[IU]/mL', 0, 5, 1),
} as const;
export type MeasureKey = keyof typeof measures;

export type Illness = {
  icd: string;
  name: string;
  /** 诊疗科目 of the department that treats it. */
  department: string;
  ages: readonly [number, number];
  sex?: 'male' | 'female';
  kind: 'acute' | 'chronic' | 'admission' | 'pregnancy';
  measures: readonly MeasureKey[];
  /** How far above normal the first of the measures lies, as a share of its range. */
  raised: number;
  medicines: readonly string[];
  procedure?: string;
  weight: number;
};

type Plain = Omit<Illness, 'raised' | 'weight'> & Partial<Pick<Illness, 'raised' | 'weight'>>;
const list = (all: Plain[]): Illness[] => all.map((one) => ({ raised: 0.3, weight: 10, ...one }));

/** What people come for, with ICD-10 codes; shares are our own guess of an out-patient day, for the demo only. */
export const illnesses: readonly Illness[] = list([
  {
    icd: 'I10',
    name: '原发性高血压',
    department: '03.04',
    ages: [40, 95],
    kind: 'chronic',
    measures: ['systolic', 'diastolic', 'pulse', 'potassium', 'creatinine'],
    medicines: ['苯磺酸氨氯地平片 5mg', '缬沙坦胶囊 80mg'],
    weight: 22,
  },
  {
    icd: 'E11.9',
    name: '2型糖尿病',
    department: '03.07',
    ages: [35, 95],
    kind: 'chronic',
    measures: ['glucose', 'hba1c', 'creatinine', 'ldl'],
    raised: 0.9,
    medicines: ['盐酸二甲双胍片 0.5g'],
    weight: 14,
  },
  {
    icd: 'E78.5',
    name: '高脂血症',
    department: '03.04',
    ages: [30, 90],
    kind: 'chronic',
    measures: ['ldl', 'cholesterol'],
    medicines: ['阿托伐他汀钙片 20mg'],
  },
  {
    icd: 'J06.9',
    name: '急性上呼吸道感染',
    department: '03.01',
    ages: [0, 95],
    kind: 'acute',
    measures: ['temperature', 'leukocytes', 'crp'],
    medicines: ['对乙酰氨基酚片 0.5g'],
    weight: 24,
  },
  {
    icd: 'J18.9',
    name: '肺炎',
    department: '03.01',
    ages: [0, 95],
    kind: 'admission',
    measures: ['crp', 'leukocytes', 'hemoglobin', 'platelets', 'temperature'],
    raised: 2,
    medicines: ['阿莫西林克拉维酸钾片 0.625g'],
    procedure: '胸部CT平扫',
    weight: 6,
  },
  {
    icd: 'K29.5',
    name: '慢性胃炎',
    department: '03.02',
    ages: [18, 85],
    kind: 'acute',
    measures: ['hemoglobin'],
    raised: -0.1,
    medicines: ['奥美拉唑肠溶胶囊 20mg'],
    procedure: '电子胃镜检查',
    weight: 14,
  },
  {
    icd: 'E04.1',
    name: '甲状腺结节',
    department: '03.07',
    ages: [20, 80],
    kind: 'acute',
    measures: ['tsh'],
    raised: -0.2,
    medicines: [],
    procedure: '甲状腺超声检查',
  },
  {
    icd: 'S52.5',
    name: '桡骨远端骨折',
    department: '04.03',
    ages: [6, 90],
    kind: 'acute',
    measures: ['hemoglobin', 'platelets'],
    raised: -0.2,
    medicines: ['布洛芬缓释胶囊 0.3g'],
    procedure: '闭合复位石膏固定术',
    weight: 5,
  },
  {
    icd: 'K35.8',
    name: '急性阑尾炎',
    department: '04.01',
    ages: [6, 80],
    kind: 'admission',
    measures: ['leukocytes', 'crp', 'hemoglobin'],
    raised: 1.2,
    medicines: ['头孢呋辛酯片 0.25g'],
    procedure: '腹腔镜阑尾切除术',
    weight: 4,
  },
  {
    icd: 'M51.2',
    name: '腰椎间盘突出',
    department: '04.03',
    ages: [25, 80],
    kind: 'acute',
    measures: [],
    medicines: ['塞来昔布胶囊 0.2g'],
  },
  {
    icd: 'L20.9',
    name: '特应性皮炎',
    department: '13',
    ages: [0, 60],
    kind: 'acute',
    measures: [],
    medicines: ['糠酸莫米松乳膏 10g'],
  },
  {
    icd: 'H10.9',
    name: '结膜炎',
    department: '10',
    ages: [0, 80],
    kind: 'acute',
    measures: [],
    medicines: ['左氧氟沙星滴眼液 5ml'],
  },
  {
    icd: 'F41.1',
    name: '广泛性焦虑障碍',
    department: '15',
    ages: [16, 75],
    kind: 'chronic',
    measures: ['tsh', 'pulse'],
    raised: 0,
    medicines: ['盐酸舍曲林片 50mg'],
    weight: 4,
  },
  {
    icd: 'Z34.9',
    name: '正常妊娠监督',
    department: '05',
    ages: [20, 42],
    sex: 'female',
    kind: 'pregnancy',
    measures: ['hemoglobin', 'weight', 'systolic', 'diastolic', 'hcg'],
    raised: -0.1,
    medicines: ['叶酸片 0.4mg'],
    weight: 12,
  },
  {
    icd: 'Z30.4',
    name: '避孕药具随访',
    department: '05',
    ages: [20, 45],
    sex: 'female',
    kind: 'acute',
    measures: ['systolic', 'diastolic'],
    raised: -0.3,
    medicines: ['屈螺酮炔雌醇片'],
    weight: 5,
  },
]);

export const vaccines = [
  { code: '01', name: '重组乙型肝炎疫苗', atDays: 0 },
  { code: '02', name: '卡介苗', atDays: 1 },
  { code: '05', name: '脊髓灰质炎灭活疫苗', atDays: 60 },
  { code: '07', name: '吸附无细胞百白破联合疫苗', atDays: 90 },
  { code: '12', name: '麻腮风联合减毒活疫苗', atDays: 245 },
  { code: '55', name: '流感病毒裂解疫苗', atDays: 65 * 365 },
] as const;

export const allergens = [
  { icd: 'Z88.0', name: '青霉素' },
  { icd: 'Z88.2', name: '磺胺类药物' },
  { icd: 'Z91.0', name: '花生' },
  { icd: 'Z91.0', name: '海鲜' },
] as const;
