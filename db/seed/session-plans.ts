import type { ClientBase } from 'pg';
import type { Department } from './departments.ts';
import type { Hospital } from './hospitals.ts';
import { type Cell, insertRows } from './insert-rows.ts';
import type { Practitioner } from './practitioners.ts';
import { derivedId, randomFrom } from './random.ts';

export type Scale = 'demo' | 'province';
type NumberType = 'ordinary' | 'expert' | 'special';
type HalfDay = 'am' | 'pm';
type Plan = { practitionerId: string | null; weekday: number; halfDay: HalfDay; type: NumberType; capacity: number };

const hours = { am: ['08:00', '12:00'], pm: ['14:00', '17:00'] } as const;

/** Invented fees in fen, of the size that public hospitals ask. */
export function feeOf(level: number, type: NumberType, title: string): number {
  if (type === 'ordinary') return level >= 3 ? 1000 : 600;
  if (type === 'special') return level >= 3 ? 5000 : 3000;
  if (title === '主任医师') return level >= 3 ? 3000 : 2000;
  return level >= 3 ? 2000 : 1200;
}

/**
 * One department's week. At demo scale about 30 numbers, so that the whole region's week stays near
 * 150,000; at province scale every half-day of six days.
 */
function weekOf(department: Department, doctors: Practitioner[], scale: Scale): Plan[] {
  const random = randomFrom(`week ${department.id}`);
  const halfDay = (): HalfDay => (random.chance(0.6) ? 'am' : 'pm');
  const experts = doctors.filter((d) => d.title.endsWith('主任医师'));
  if (scale === 'province') {
    const all = [1, 2, 3, 4, 5, 6].flatMap((weekday) => (['am', 'pm'] as const).map((half) => ({ weekday, half })));
    return all.flatMap(({ weekday, half }): Plan[] => [
      { practitionerId: null, weekday, halfDay: half, type: 'ordinary', capacity: half === 'am' ? 24 : 18 },
      ...experts
        .filter(() => random.chance(0.4))
        .map((d): Plan => ({ practitionerId: d.id, weekday, halfDay: half, type: 'expert', capacity: 12 })),
    ]);
  }
  const first = 1 + random.int(2);
  const ordinary = [first, first + 2, first + 4].map((weekday): Plan => {
    const half = halfDay();
    return { practitionerId: null, weekday, halfDay: half, type: 'ordinary', capacity: half === 'am' ? 8 : 6 };
  });
  const expert = experts.map((d): Plan => {
    const type = d.title === '主任医师' && random.chance(0.1) ? 'special' : 'expert';
    return { practitionerId: d.id, weekday: 1 + random.int(5), halfDay: halfDay(), type, capacity: 6 };
  });
  return [...ordinary, ...expert];
}

/** Of a large hospital's numbers one is kept for referrals, or for the day itself; a tenth of the ordinary ones stay at the desk. */
function quotasOf(plan: Plan, level: number): Record<string, number> {
  if (plan.type !== 'ordinary') return level >= 3 ? { referral: 1 } : {};
  return { desk: Math.max(1, Math.floor(plan.capacity / 10)), ...(level >= 3 ? { 'same-day': 1 } : {}) };
}

/** Weekly templates of one hospital's departments. */
export function templatesOf(
  hospital: Hospital,
  department: Department,
  doctors: Practitioner[],
  scale: Scale,
): Cell[][] {
  return weekOf(department, doctors, scale).map((plan, i) => {
    const title = doctors.find((d) => d.id === plan.practitionerId)?.title ?? '';
    const [startsAt, endsAt] = hours[plan.halfDay];
    return [
      hospital.id,
      derivedId(`template ${department.id} ${i}`),
      department.id,
      plan.practitionerId,
      plan.weekday,
      plan.halfDay,
      startsAt,
      endsAt,
      plan.type,
      feeOf(hospital.level, plan.type, title),
      plan.capacity,
      JSON.stringify(quotasOf(plan, hospital.level)),
      '2026-01-01',
    ];
  });
}

export async function seedTemplates(client: ClientBase, rows: Iterable<Cell[]>): Promise<number> {
  const columns = {
    facility_id: 'text',
    id: 'uuid',
    department_id: 'text',
    practitioner_id: 'text',
    weekday: 'smallint',
    half_day: 'text',
    starts_at: 'time',
    ends_at: 'time',
    number_type: 'text',
    fee_fen: 'int',
    capacity: 'smallint',
    quotas: 'jsonb',
    valid_from: 'date',
  };
  return insertRows(client, 'session_templates', columns, rows);
}
