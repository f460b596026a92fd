import { randomUUID } from 'node:crypto';
import { addExtra } from '#server/booking/add-extra.ts';
import { cancel } from '#server/booking/cancel.ts';
import { makeBooking } from '#server/booking/make-booking.ts';
import { regionDay, regionInstant } from '#server/kernel/clock.ts';
import { type ContextOf, type StaffRole, systemContext } from '#server/kernel/context.ts';
import { transact } from '#server/kernel/transaction.ts';
import { identifyResident } from '#server/residents/identify-resident.ts';
import { addSession } from '#server/schedules/add-session.ts';
import { morningAfter } from '#server/schedules/return-rules.ts';
import { facilityId, findDepartment, staffOf } from '#server/start/demo-house.ts';
import { serveSession } from '#server/waitlist/serve-session.ts';
import { at, type Stage } from './stage.ts';

type Person = { name: string; idNumber: string };
type Clinic = {
  date: string;
  startsAt: string;
  endsAt: string;
  capacity?: number;
  departmentId?: string;
  practitionerId?: string;
};

const as = async (stage: Stage, role: StaffRole): Promise<ContextOf<'staff'>> => ({
  ...stage,
  channel: 'desk',
  actor: await staffOf(stage, role),
});

/** One session beside the weekly plan, published at once; answers its id. */
export async function openClinic(stage: Stage, { capacity = 10, practitionerId, ...wish }: Clinic): Promise<string> {
  const id = randomUUID();
  const departmentId = wish.departmentId ?? (await findDepartment(stage, 0, 1));
  const halfDay = wish.startsAt < '12:00' ? 'am' : wish.startsAt < '18:00' ? 'pm' : 'evening';
  const plan = { departmentId, halfDay, numberType: 'ordinary', feeFen: 600 } as const;
  await addSession(await as(stage, 'scheduler'), {
    ...{ ...wish, ...plan, id, capacity, quotas: {}, practitionerId: practitionerId ?? null },
    reason: '流感高峰，号源不足',
  });
  return id;
}

/** A clinic of the whole day of today, to be booked to its end, which no rule of a hospital allows. */
export async function openToday(stage: Stage, startsAt: string, departmentId?: string): Promise<string> {
  const date = regionDay(stage.clock.now());
  const wish = { date, startsAt, endsAt: '23:59', ...(departmentId && { departmentId }) };
  const id = await openClinic(at(stage, regionInstant(date, '00:00')), wish);
  await stage.db.pool.query('update sessions set close_at = ends_at where facility_id = $1 and id = $2', [
    facilityId,
    id,
  ]);
  return id;
}

/** 加号: one more number, for this patient. */
export async function giveExtra(stage: Stage, sessionId: string, { name, idNumber }: Person): Promise<void> {
  const person = { residentName: name, residentIdNumber: idNumber };
  await addExtra(await as(stage, 'scheduler'), {
    ...person,
    sessionId,
    key: randomUUID(),
    reason: '远道而来，病情需要',
  });
}

type Booked = { residentId: string; appointmentId: string; sessionId: string };

/** A number of everybody's, for somebody who is known only from now on. */
export async function bookFor(stage: Stage, sessionId: string, person: Person): Promise<Booked> {
  const ctx = systemContext(stage, 'journeys');
  const { id: residentId } = await transact(stage.db, (tx) => identifyResident(tx, ctx, person));
  const key = randomUUID();
  const wish = { residentId, accountId: 'journeys', key, bodyHash: key, facilityId, sessionId };
  const rest = { windowStart: null, pools: ['public'], replaces: null, today: regionDay(stage.clock.now()) };
  const { appointmentId } = await makeBooking(ctx, { ...wish, ...rest });
  return { residentId, appointmentId, sessionId };
}

/** The number goes back, and whoever waits is asked at once; at night as if it were morning, since nothing is offered then. */
export async function giveBack(stage: Stage, { residentId, appointmentId, sessionId }: Booked): Promise<void> {
  const actor = { kind: 'resident', accountId: 'journeys', residentId, name: '' } as const;
  await cancel({ ...stage, actor }, { facilityId, appointmentId, reason: '' });
  await bringMorning(stage, sessionId);
}

export async function bringMorning(stage: Stage, sessionId: string): Promise<void> {
  const morning = morningAfter(stage.clock.now());
  const awake = morning ? at(stage, new Date(morning.getTime() + 90 * 60_000)) : stage;
  await serveSession(systemContext(awake, 'journeys'), { facilityId, sessionId });
}
