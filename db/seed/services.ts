import type { ClientBase } from 'pg';
import { readDivisions } from './data-files.ts';
import { type Hospital, listHospitals } from './hospitals.ts';
import { type Cell, insertRows } from './insert-rows.ts';
import { derivedId, type Random, randomFrom } from './random.ts';

const day = (today: string, offset: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);

const daily = (from: string, to: string) => [{ days: [1, 2, 3, 4, 5, 6, 7], from, to }];
const allDay = daily('00:00', '24:00');

type Kind = {
  kind: string;
  owner: string;
  place: string;
  hoursAt: (hospital: Hospital, random: Random) => object | null;
};
const isGeneral = (h: Hospital) => h.type === '综合医院';

/** Which hospitals have which door, and when it is open: invented, of the kind that such hospitals have. */
const kinds: readonly Kind[] = [
  {
    ...{ kind: 'emergency', owner: '急诊科护士长', place: '急诊楼一层，独立入口' },
    hoursAt: (h) => (isGeneral(h) || (h.type === '中医医院' && h.level >= 3) ? allDay : null),
  },
  {
    ...{ kind: 'fever', owner: '感染科主任', place: '发热门诊，独立院落' },
    hoursAt: (h) => (isGeneral(h) ? (h.level >= 3 ? allDay : daily('08:00', '20:00')) : null),
  },
  {
    ...{ kind: 'paediatric_night', owner: '儿科护士长', place: '儿科夜间门诊' },
    hoursAt: (h) => {
      if (isGeneral(h) && h.level >= 3) return daily('18:00', '08:00');
      return h.type === '妇幼保健院' ? daily('18:00', '22:00') : null;
    },
  },
  {
    ...{ kind: 'chest_pain', owner: '胸痛中心协调员', place: '急诊楼一层，胸痛诊室' },
    hoursAt: (h, random) => (isGeneral(h) && (h.level >= 3 || random.chance(0.35)) ? allDay : null),
  },
  {
    ...{ kind: 'stroke', owner: '卒中中心协调员', place: '急诊楼一层，卒中诊室' },
    hoursAt: (h, random) => (isGeneral(h) && (h.level >= 3 || random.chance(0.25)) ? allDay : null),
  },
  {
    ...{ kind: 'rabies', owner: '预防接种门诊负责人', place: '犬伤处置门诊' },
    hoursAt: (h) => (isGeneral(h) ? (h.level >= 3 ? allDay : daily('08:00', '21:00')) : null),
  },
  {
    ...{ kind: 'antivenom', owner: '药剂科主任', place: '急诊药房' },
    hoursAt: (h, random) => (isGeneral(h) && random.chance(h.level >= 3 ? 0.6 : 0.35) ? allDay : null),
  },
];

const serviceColumns = {
  ...{ facility_id: 'text', kind: 'text', hours: 'jsonb', phone: 'text', place: 'text', owner: 'text' },
  ...{ reviewed_on: 'date', sample: 'boolean' },
};

function servicesOf(hospital: Hospital, today: string): Cell[][] {
  return kinds.flatMap(({ kind, owner, place, hoursAt }) => {
    const random = randomFrom(`door ${hospital.id} ${kind}`);
    const hours = hoursAt(hospital, random);
    if (!hours) return [];
    const phone = `000-9${String(random.int(10_000_000)).padStart(7, '0')}`; // no area has the code 000
    // one in twenty has not been looked at for longer than the rules allow, as happens
    const reviewed = day(today, -(random.chance(0.05) ? 200 + random.int(120) : 5 + random.int(150)));
    return [[hospital.id, kind, JSON.stringify(hours), phone, place, owner, reviewed, true]];
  });
}

const tariffSource = '示例费率，不是真实结算标准';
/** level, visit fee, further costs, deductible (fen); share paid by the insurance, the same with a referral. */
const tariffs: readonly Cell[][] = [
  [0, 200, 2000, 0, 0.7, 0.7],
  [1, 600, 4500, 0, 0.65, 0.65],
  [2, 1000, 12000, 5000, 0.6, 0.65],
  [3, 1500, 20000, 10000, 0.5, 0.6],
];
const tariffColumns = {
  ...{ level: 'smallint', visit_fee_fen: 'int', further_fen: 'int', deductible_fen: 'int', paid_share: 'float8' },
  ...{ paid_share_referred: 'float8', valid_from: 'date', source: 'text' },
};

/** An outbreak far from the sample accounts, so that the banner and the fever rule can be seen at work there. */
const outbreakRegion = '510400000000';

/**
 * Doors that are open at any hour, the sample tariff and one outbreak notice. The tariff comes last and
 * marks the end: then nothing is added again, and what a hospital removed stays removed.
 */
export async function seedServices(client: ClientBase, today: string): Promise<void> {
  if ((await client.query('select 1 from sample_tariffs limit 1')).rowCount !== 0) return;
  await insertRows(
    client,
    'facility_services',
    serviceColumns,
    listHospitals(readDivisions()).flatMap((hospital) => servicesOf(hospital, today)),
  );
  await client.query(
    `insert into outbreak_notices (id, region_code, region_path, disease, action, advice_zh, advice_en, phone, valid_from, valid_to,
       sample, created_by)
     select $1, code, path, '流行性感冒', 'fever_clinic', $3, $4, '000-12320000', $5, $6, true, 'sample'
     from regions where code = $2 on conflict do nothing`,
    [
      ...[derivedId('outbreak sample'), outbreakRegion],
      '本市流感高发：发热并有咳嗽、咽痛时请先到发热门诊，戴好口罩，不要直接进普通候诊区（示例通告）。',
      'Influenza is widespread here: with fever and cough or sore throat go to a fever clinic first, wear a mask, and keep out of ordinary waiting areas (sample notice).',
      ...[today, day(today, 60)],
    ],
  );
  await insertRows(
    client,
    'sample_tariffs',
    tariffColumns,
    tariffs.map((row) => [...row, '2026-01-01', tariffSource]),
  );
}
