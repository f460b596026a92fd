import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MintedFacility, mintFacility, mintPractitioner } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { addDays, regionDay, regionInstant, weekdayOf } from '../kernel/clock.ts';
import { staffActor, systemActor, testContext } from '../kernel/test-context.ts';
import { addSession } from './add-session.ts';
import { endTemplate } from './end-template.ts';
import { findRules } from './find-rules.ts';
import { scheduleJobs } from './jobs.ts';
import { publishSessions } from './publish-sessions.ts';
import { listFacilitySessions } from './queries/console.ts';
import { listTemplates } from './queries/templates.ts';
import { saveTemplate } from './save-template.ts';
import { setRules } from './set-rules.ts';

let db: TestDatabase;
let facility: MintedFacility;
const today = regionDay(new Date());
// five in the morning, so that today's clinics are still to come
const clock = { now: () => regionInstant(today, '05:00') };
const keeper = (facilityId: string) => testContext(db, staffActor(facilityId, 'scheduler'), { clock });
const refusal = (rule: string) => ({ refusal: { rule } });

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const wish = (f: MintedFacility, rest: object = {}) => ({
  ...{
    id: randomUUID(),
    departmentId: f.departmentId,
    practitionerId: null as string | null,
    weekday: weekdayOf(addDays(today, 1)),
  },
  ...{
    halfDay: 'am' as const,
    startsAt: '08:00',
    endsAt: '12:00',
    numberType: 'ordinary' as const,
    feeFen: 1000,
    capacity: 10,
  },
  ...{ quotas: { desk: 2, referral: 1 }, drawMinutes: null, validFrom: today, validTo: null as string | null },
  ...rest,
});
const audits = async (facilityId: string, action: string) =>
  (
    await db.pool.query(
      'select subject_id, detail from audit_events where facility_id = $1 and action = $2 order by id',
      [facilityId, action],
    )
  ).rows;

describe('templates', () => {
  beforeAll(async () => {
    facility = await mintFacility(db);
  });

  test('saving keeps the row and an audit row; sending it again keeps one', async () => {
    const ctx = keeper(facility.facilityId);
    const w = wish(facility);
    const saved = await saveTemplate(ctx, w);
    expect(saved).toMatchObject({ ...w, departmentName: '内科', publishedTo: null });
    await saveTemplate(ctx, { ...w, feeFen: 1200 });
    const { templates } = await listTemplates(ctx, facility.facilityId);
    expect(templates.map((t) => [t.id, t.feeFen])).toEqual([[w.id, 1200]]);
    expect(await audits(facility.facilityId, 'schedules.add-template')).toHaveLength(1);
    expect(await audits(facility.facilityId, 'schedules.change-template')).toHaveLength(1);
  });

  test('only schedulers and managers of the facility, only its own departments and doctors', async () => {
    const other = await mintFacility(db);
    const desk = testContext(db, staffActor(facility.facilityId, 'desk'), { clock });
    await expect(saveTemplate(desk, wish(facility))).rejects.toMatchObject(refusal('role-needed'));
    await expect(saveTemplate(keeper(other.facilityId), wish(facility))).rejects.toMatchObject(
      refusal('department-not-found'),
    );
    await expect(
      saveTemplate(keeper(facility.facilityId), wish(facility, { practitionerId: other.practitionerId })),
    ).rejects.toMatchObject(refusal('doctor-not-found'));
  });

  test('refuses times the wrong way round, quotas that leave too little, and a doctor in two places', async () => {
    const ctx = keeper(facility.facilityId);
    await expect(saveTemplate(ctx, wish(facility, { endsAt: '08:00' }))).rejects.toMatchObject(
      refusal('session-times'),
    );
    await expect(saveTemplate(ctx, wish(facility, { quotas: { desk: 6 } }))).rejects.toMatchObject(
      refusal('quota-too-large'),
    );
    await expect(saveTemplate(ctx, wish(facility, { validTo: addDays(today, -1) }))).rejects.toMatchObject(
      refusal('template-validity'),
    );
    const expert = wish(facility, { practitionerId: facility.practitionerId, validTo: addDays(today, 30) });
    await saveTemplate(ctx, expert);
    const clash = { ...expert, id: randomUUID(), startsAt: '11:00', endsAt: '15:00' };
    await expect(saveTemplate(ctx, clash)).rejects.toMatchObject(refusal('doctor-overlap'));
    await saveTemplate(ctx, { ...clash, validFrom: addDays(today, 31), validTo: null });
  });

  test('two people saving the same doctor at the same moment: one is refused', async () => {
    const doctor = await mintPractitioner(db, facility);
    const tries = [1, 2, 3].map(() =>
      saveTemplate(keeper(facility.facilityId), wish(facility, { practitionerId: doctor })),
    );
    const ends = await Promise.allSettled(tries);
    expect(ends.filter((e) => e.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('publishing', () => {
  test('lays out the horizon once, with pools, windows, release and close; a second time adds nothing', async () => {
    const f = await mintFacility(db);
    const ctx = keeper(f.facilityId);
    await setRules(ctx, {
      effectiveFrom: addDays(today, 1),
      ...(await findRules(db.pool, f.facilityId, today)),
      horizonDays: 7,
      releaseTime: '07:30',
      reason: '试行',
    });
    await saveTemplate(ctx, wish(f));
    const [first, second] = await Promise.all([publishSessions(ctx, f.facilityId), publishSessions(ctx, f.facilityId)]);
    const day = addDays(today, 1);
    const expected = {
      days: [
        { date: day, sessions: 1, tickets: 10 },
        { date: addDays(day, 7), sessions: 1, tickets: 10 },
      ],
    };
    expect(first.sessions + second.sessions).toBe(2);
    expect(first.sessions === 2 ? first : second).toMatchObject(expected);
    expect(await publishSessions(ctx, f.facilityId)).toMatchObject({ sessions: 0, tickets: 0 });
    const { sessions } = await listFacilitySessions(ctx, f.facilityId, { from: today, days: 31 });
    expect(sessions).toHaveLength(2);
    expect(sessions[0]).toMatchObject({
      ...{ date: day, status: 'published', state: 'open', released: 10, fromHospital: false },
      ...{ releaseAt: regionInstant(addDays(day, -7), '07:30'), closeAt: regionInstant(day, '11:30') },
      ledger: { free: 10, held: 0, booked: 0, used: 0, quarantined: 0, suspended: 0 },
      pools: {
        public: { total: 7, free: 7 },
        desk: { total: 2, free: 2 },
        referral: { total: 1, free: 1 },
        extra: { total: 0, free: 0 },
      },
    });
    expect(sessions[1]!.state).toBe('not-released');
    expect((await audits(f.facilityId, 'schedules.publish')).map((a) => a.detail.sessions)).toEqual([2]);
  });

  test('a clinic already over today and days after the last are not laid out', async () => {
    const f = await mintFacility(db);
    const late = testContext(db, staffActor(f.facilityId, 'manager'), {
      clock: { now: () => regionInstant(today, '11:45') },
    });
    await saveTemplate(late, wish(f, { weekday: weekdayOf(today), validTo: addDays(today, 7) }));
    expect((await publishSessions(late, f.facilityId)).days.map((d) => d.date)).toEqual([addDays(today, 7)]);
  });

  test('ending a template leaves what was published, says how much, and stops the rest', async () => {
    const f = await mintFacility(db);
    const ctx = keeper(f.facilityId);
    const w = wish(f);
    await saveTemplate(ctx, w);
    await publishSessions(ctx, f.facilityId);
    const ended = await endTemplate(ctx, { id: w.id, lastDay: today });
    expect(ended.remaining).toBe(3); // tomorrow, and a week and two weeks on: a horizon of 14 days and one ahead
    expect(await endTemplate(ctx, { id: w.id, lastDay: today })).toEqual(ended);
    expect(await audits(f.facilityId, 'schedules.end-template')).toHaveLength(1);
    await expect(
      endTemplate(keeper((await mintFacility(db)).facilityId), { id: w.id, lastDay: today }),
    ).rejects.toMatchObject(refusal('template-not-found'));
  });

  test('staff without the role and of another facility may not; the daily job may, for all', async () => {
    const f = await mintFacility(db);
    await saveTemplate(keeper(f.facilityId), wish(f));
    await expect(
      publishSessions(testContext(db, staffActor(f.facilityId, 'doctor')), f.facilityId),
    ).rejects.toMatchObject(refusal('role-needed'));
    await expect(publishSessions(keeper(facility.facilityId), f.facilityId)).rejects.toMatchObject(
      refusal('session-not-found'),
    );
    const services = testContext(db, systemActor(), { clock });
    await scheduleJobs['schedules-publish']({}, services);
    await scheduleJobs['schedules-publish']({}, services);
    const { sessions } = await listFacilitySessions(services, f.facilityId, { from: today, days: 31 });
    expect(sessions.length).toBeGreaterThanOrEqual(2);
    expect(new Set(sessions.map((s) => s.date)).size).toBe(sessions.length);
  });
});

describe('one session more (加班)', () => {
  test('is open at once; the same id again adds nothing; a doctor cannot be in two places', async () => {
    const f = await mintFacility(db);
    const ctx = keeper(f.facilityId);
    const { weekday: _, validFrom: __, validTo: ___, ...plan } = wish(f, { practitionerId: f.practitionerId });
    const extra = { ...plan, date: addDays(today, 2), reason: '节后号源不足' };
    const made = await addSession(ctx, extra);
    expect(made).toMatchObject({ id: extra.id, state: 'open', released: 10, templateId: null });
    expect(await addSession(ctx, extra)).toEqual(made);
    expect(await audits(f.facilityId, 'schedules.add-session')).toHaveLength(1);
    await expect(
      addSession(ctx, { ...extra, id: randomUUID(), startsAt: '11:30', endsAt: '13:00' }),
    ).rejects.toMatchObject(refusal('doctor-overlap'));
    await expect(addSession(ctx, { ...extra, id: randomUUID(), date: addDays(today, -1) })).rejects.toMatchObject(
      refusal('session-over'),
    );
    const desk = testContext(db, staffActor(f.facilityId, 'desk'), { clock });
    await expect(addSession(desk, { ...extra, id: randomUUID() })).rejects.toMatchObject(refusal('role-needed'));
  });
});
