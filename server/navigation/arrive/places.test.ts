import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MintedFacility, mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { addDays, regionDay } from '../../kernel/clock.ts';
import { staffActor, testContext } from '../../kernel/test-context.ts';
import { savePlaceInput, saveWayInput } from '../schema/places.ts';
import { confirmPlaces } from './confirm-places.ts';
import { draftOwnMap } from './draft/draft-own-map.ts';
import { listPlaceBook } from './list-place-book.ts';
import { removePlace } from './remove-place.ts';
import { removeWay } from './remove-way.ts';
import { savePlace } from './save-place.ts';
import { saveWay } from './save-way.ts';
import { showHere } from './show-here.ts';

let db: TestDatabase;
let house: MintedFacility;
beforeAll(async () => {
  db = await openTestDatabase();
  house = await mintFacility(db);
});
afterAll(() => db.close());

const keeper = (facilityId = house.facilityId) => testContext(db, staffActor(facilityId, 'desk'));
const nextYear = addDays(regionDay(new Date()), 300);
const place = (said: object) =>
  savePlaceInput.parse({ kind: 'landmark', floor: 1, name: '大厅', reviewBy: nextYear, ...said });
const way = (said: object) => saveWayInput.parse({ mode: 'walk', seconds: 30, ...said });
const actionsOf = async (subjectId: string) => {
  const { rows } = await db.pool.query<{ action: string }>(
    'select action from audit_events where subject_id = $1 order by at, id',
    [subjectId],
  );
  return rows.map((row) => row.action);
};

describe('a facility’s map', () => {
  it('is built place by place, shown behind each code, and changed under the same id', async () => {
    const door = await savePlace(keeper(), place({ kind: 'entrance', name: '正门', lon: 104.1, lat: 30.6 }));
    const room = await savePlace(
      keeper(),
      place({ kind: 'room', name: '心内科', nameEn: 'Heart clinic', floor: 2, departmentId: house.departmentId }),
    );
    const lift = await saveWay(keeper(), way({ fromId: door.id, toId: room.id, mode: 'lift', there: '乘电梯到二楼' }));
    const here = { facilityId: house.facilityId, placeId: door.id, toId: room.id, stepFree: false };
    const shown = await showHere(testContext(db, { kind: 'anonymous' }), here);
    expect(shown).toMatchObject({
      here: { name: { zh: '正门' }, lon: 104.1 },
      route: { seconds: 30, stepFree: true, steps: [{ mode: 'lift', text: { zh: '乘电梯到二楼' } }] },
      ...{ sample: false, overdue: false, reviewBy: nextYear },
    });
    expect(shown.destinations.map((d) => d.id)).toEqual([room.id]);
    expect(JSON.stringify(shown)).not.toContain('owner');

    await savePlace(keeper(), place({ id: room.id, kind: 'room', name: '心血管内科', floor: 3 }));
    await removeWay(keeper(), lift);
    await removeWay(keeper(), lift);
    expect(await showHere(keeper(), here)).toMatchObject({ to: { name: { zh: '心血管内科' }, floor: 3 }, route: null });
    expect(await actionsOf(room.id)).toEqual(['navigation.add-place', 'navigation.change-place']);
    expect(await actionsOf(lift.id)).toEqual(['navigation.save-way', 'navigation.remove-way']);
  });

  it('tells its keepers what is wrong with it, and loses a place with the ways to it', async () => {
    const own = await mintFacility(db);
    const ctx = keeper(own.facilityId);
    expect((await listPlaceBook(ctx)).findings).toMatchObject([{ rule: 'no-places', grave: true }]);
    const [door, hall] = [await savePlace(ctx, place({ kind: 'entrance' })), await savePlace(ctx, place({}))];
    await saveWay(ctx, way({ fromId: door.id, toId: hall.id }));
    const rules = async () => (await listPlaceBook(ctx)).findings.map((finding) => finding.rule);
    expect(await rules()).toEqual(['department-without-room', 'entrance-position', 'no-english']);
    await removePlace(ctx, door);
    await removePlace(ctx, door);
    expect(await rules()).toContain('no-entrance');
    expect((await listPlaceBook(ctx)).ways).toEqual([]);
    expect(await actionsOf(door.id)).toEqual(['navigation.add-place', 'navigation.remove-place']);
    await expect(
      showHere(ctx, { ...{ facilityId: own.facilityId, placeId: door.id }, stepFree: false }),
    ).rejects.toThrow('place-not-found');
  });

  it('refuses a second way of a kind, a way to itself or to another house, and a department of another house', async () => {
    const ctx = keeper();
    const [a, b] = [await savePlace(ctx, place({})), await savePlace(ctx, place({}))];
    await saveWay(ctx, way({ fromId: a.id, toId: b.id }));
    const stairs = await saveWay(ctx, way({ fromId: a.id, toId: b.id, mode: 'stairs' }));
    await expect(saveWay(ctx, way({ fromId: a.id, toId: b.id }))).rejects.toThrow('way-exists');
    await expect(saveWay(ctx, way({ fromId: b.id, toId: a.id }))).rejects.toThrow('way-exists');
    await expect(saveWay(ctx, way({ ...stairs, fromId: a.id, toId: b.id }))).rejects.toThrow('way-exists');
    await expect(saveWay(ctx, way({ fromId: a.id, toId: a.id }))).rejects.toThrow('way-to-itself');
    await expect(saveWay(ctx, way({ fromId: a.id, toId: 'ELSE' }))).rejects.toThrow('place-not-found');
    const other = await mintFacility(db);
    await expect(savePlace(ctx, place({ departmentId: other.departmentId }))).rejects.toThrow('department-not-found');
  });

  it('is kept by its own desk and managers alone', async () => {
    const a = await savePlace(keeper(), place({}));
    const stranger = keeper((await mintFacility(db)).facilityId);
    await expect(savePlace(stranger, place({ id: a.id }))).rejects.toThrow('place-not-found');
    await removePlace(stranger, a);
    expect((await listPlaceBook(keeper())).places.map((row) => row.id)).toContain(a.id);
    const doctor = testContext(db, staffActor(house.facilityId, 'doctor'));
    await expect(savePlace(doctor, place({}))).rejects.toThrow('role-needed');
    await expect(confirmPlaces(doctor, { owner: '张', reviewBy: nextYear })).rejects.toThrow('role-needed');
    await expect(draftOwnMap(doctor)).rejects.toThrow('role-needed');
    await expect(saveWay(keeper(), way({ id: randomUUID(), fromId: a.id, toId: 'X' }))).rejects.toThrow(
      'way-not-found',
    );
  });
});

describe('a first map', () => {
  it('is drawn up once, labelled as a sample until somebody has walked it', async () => {
    const own = await mintFacility(db);
    const ctx = keeper(own.facilityId);
    const outcomes = await Promise.allSettled([draftOwnMap(ctx), draftOwnMap(ctx), draftOwnMap(ctx)]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    await expect(draftOwnMap(ctx)).rejects.toThrow('places-present');
    const book = await listPlaceBook(ctx);
    expect(book.findings.map((finding) => finding.rule)).not.toContain('unreachable');
    expect(book.places.find((row) => row.departmentId === own.departmentId)).toMatchObject({
      kind: 'room',
      sample: true,
    });

    await expect(confirmPlaces(ctx, { owner: '张', reviewBy: regionDay(new Date()) })).rejects.toThrow('review-past');
    expect(await confirmPlaces(ctx, { owner: '导医台 张', reviewBy: nextYear })).toEqual({
      places: book.places.length,
    });
    const after = await listPlaceBook(ctx);
    expect(after.places.every((row) => row.owner === '导医台 张' && !row.sample && row.reviewBy === nextYear)).toBe(
      true,
    );
    expect(await actionsOf(own.facilityId)).toEqual(['navigation.draft-places', 'navigation.confirm-places']);
  });
});
