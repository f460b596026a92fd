import type { ClientBase } from 'pg';
import type { Department } from './departments.ts';
import type { Hospital } from './hospitals.ts';
import { insertRows } from './insert-rows.ts';
import { randomFrom } from './random.ts';

/** The provincial default and each hospital's own release time, spread over 07:00–08:30 to part the rush. */
export async function seedBookingRules(client: ClientBase, hospitals: Hospital[]): Promise<number> {
  const columns = { facility_id: 'text', effective_from: 'date', release_time: 'time' };
  const from = '2026-01-01';
  const own = hospitals.map((hospital) => {
    const minutes = 7 * 60 + randomFrom(`release ${hospital.id}`).int(19) * 5;
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    return [hospital.id, from, time];
  });
  return insertRows(client, 'booking_rules', columns, [['province', from, '08:00'], ...own]);
}

type Limit = { sex: 'female' | null; minAge: number | null; maxAge: number | null };

/** By code of the catalogue: children up to 14 (儿科, 小儿外科), women (妇科, 产科, 妇女保健科), but not 生殖医学科. */
const limits: readonly (readonly [prefix: string, limit: Limit])[] = [
  ['07', { sex: null, minAge: null, maxAge: 14 }],
  ['08', { sex: null, minAge: null, maxAge: 14 }],
  ['05.01', { sex: 'female', minAge: null, maxAge: null }],
  ['05.02', { sex: 'female', minAge: null, maxAge: null }],
  ['06', { sex: 'female', minAge: null, maxAge: null }],
];

/** Whom the departments see that are for some people only. */
export async function seedLimits(client: ClientBase, departments: Department[]): Promise<number> {
  const columns = {
    ...{ department_id: 'text', effective_from: 'date', sex: 'text', min_age: 'smallint', max_age: 'smallint' },
    ...{ changed_by: 'text', changed_at: 'timestamptz' },
  };
  const from = '2026-01-01';
  const rows = departments.flatMap(({ id, code }) => {
    const limit = limits.find(([prefix]) => code.startsWith(prefix))?.[1];
    return limit ? [[id, from, limit.sex, limit.minAge, limit.maxAge, 'system', `${from}T00:00:00+08:00`]] : [];
  });
  return insertRows(client, 'department_limits', columns, rows);
}
