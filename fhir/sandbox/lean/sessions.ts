import type { HalfDay, NumberType } from '../../resources/schedule.ts';
import type { SlotStatus } from '../../resources/slot.ts';
import { atLocal, localDate } from '../../resources/zone.ts';
import type { HospitalConfig } from '../config.ts';
import type { Catalog, Naming } from './catalog.ts';
import { createRandom, pick } from './names.ts';

export const slotStatuses: readonly SlotStatus[] = ['free', 'held', 'busy', 'suspended'];

/** What became of the slots of one session; made when the first of them changes, since most never do. */
export type SlotChanges = { status: Uint8Array; changes: Uint16Array; at: Float64Array; newest: number };

/** One clinic half-day. Its slots are not stored but computed: a province of them fits in memory. */
export type Session = {
  id: string;
  department: number;
  /** Index of the doctor's role, or null for a clinic of the department. */
  role: number | null;
  date: string;
  halfDay: HalfDay;
  numberType: NumberType;
  feeFen: number;
  size: number;
  windowMinutes: number;
  stopped: string | null;
  publishedAt: number;
  changes: number;
  changedAt: number;
  slots: SlotChanges | null;
};

const halves = { am: { from: 8 * 60, to: 12 * 60 }, pm: { from: 14 * 60, to: 17 * 60 + 30 } } as const;

export function sessionTimes(session: Session): { from: number; to: number } {
  const half = session.halfDay === 'am' ? halves.am : halves.pm;
  return { from: atLocal(session.date, half.from), to: atLocal(session.date, half.to) };
}

/** The window of a number: numbers are spread evenly over the windows, several may share one. */
export function slotWindow(session: Session, number: number): { start: number; end: number } {
  const { from, to } = sessionTimes(session);
  const length = session.windowMinutes * 60_000;
  const windows = Math.floor((to - from) / length);
  const start = from + Math.floor(((number - 1) * windows) / session.size) * length;
  return { start, end: start + length };
}

export function changesOf(session: Session): SlotChanges {
  session.slots ??= {
    status: new Uint8Array(session.size),
    changes: new Uint16Array(session.size),
    at: new Float64Array(session.size),
    newest: 0,
  };
  return session.slots;
}

function dayHash(date: string): number {
  return Number(date.replaceAll('-', '')) % 1_000_003;
}

/** The sessions of one day: each department morning and afternoon, its first two doctors on some half-days. */
export function sessionsOf(
  config: HospitalConfig,
  catalog: Catalog,
  naming: Naming,
  date: string,
  now: number,
): Session[] {
  const random = createRandom(config.seed * 7919 + dayHash(date));
  const open = (department: number, role: number | null, halfDay: 'am' | 'pm', feeFen: number): Session => ({
    id: naming('PB', `${date}-${halfDay}-${department}-${role ?? 'o'}`),
    department,
    role,
    date,
    halfDay,
    numberType: role === null ? 'ordinary' : 'expert',
    feeFen,
    size: 8 + Math.floor(random() * 13),
    windowMinutes: pick(random, [15, 20, 30]),
    stopped: null,
    publishedAt: now,
    changes: 0,
    changedAt: now,
    slots: null,
  });
  return catalog.departments.flatMap((department, index) => {
    const experts = catalog.roles
      .flatMap((role, at) => (role.departmentHisId === department.hisId ? [at] : []))
      .slice(0, 2);
    return (['am', 'pm'] as const).flatMap((half) => [
      open(index, null, half, pick(random, [600, 800, 1000])),
      ...experts.filter(() => random() < 0.25).map((role) => open(index, role, half, pick(random, [2000, 3000, 5000]))),
    ]);
  });
}

/** The dates from the region's today on. */
export function datesFrom(now: number, days: number): string[] {
  return Array.from({ length: days }, (_, day) => localDate(now + day * 86_400_000));
}
