import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, regionDay } from '../../kernel/clock.ts';
import { staffActor, testContext } from '../../kernel/test-context.ts';
import { declareOutbreak } from '../outbreaks/declare-outbreak.ts';
import { endOutbreak } from '../outbreaks/end-outbreak.ts';
import { listOutbreaks, listOwnOutbreaks } from '../outbreaks/queries.ts';
import { declareOutbreakInput } from '../schema/outbreaks.ts';
import { openNowInput, saveServiceInput } from '../schema/services.ts';
import { type SmallCounty, smallCounty } from '../testing/small-county.ts';
import { listOwnServices, openNow } from './queries.ts';
import { removeService } from './remove-service.ts';
import { saveService } from './save-service.ts';

let county: SmallCounty;
beforeAll(async () => {
  county = await smallCounty();
});
afterAll(() => county.db.close());

const audits = async (action: string) => {
  const { rowCount } = await county.db.pool.query('select 1 from audit_events where action = $1', [action]);
  return rowCount;
};

describe('a door of a hospital', () => {
  const wish = (rest: object = {}) =>
    saveServiceInput.parse({
      ...{ kind: 'emergency', available: true, phone: '000-12345', owner: '急诊科护士长' },
      hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
      ...rest,
    });
  it('is kept by its own staff, reviewed on the day it is saved, and audited', async () => {
    const { facilityId } = await county.hospital({ name: '甲院' });
    await county.door(facilityId, 'emergency', { reviewedOn: '2020-01-01', sample: true });
    const keeper = testContext(county.db, staffActor(facilityId, 'manager'));
    expect((await listOwnServices(keeper)).services[0]).toMatchObject({ stale: true, sample: true });
    const { services } = await saveService(keeper, wish());
    expect(services).toEqual([expect.objectContaining({ stale: false, sample: false, open: true })]);
    expect(await audits('navigation.save-service')).toBe(1);
    const seen = await openNow(county.ctx, openNowInput.parse({ kind: 'emergency' }));
    expect(seen.doors.find((door) => door.facilityId === facilityId)).toMatchObject({ open: true, phone: '000-12345' });
    await saveService(keeper, wish({ available: false, note: '停电检修' }));
    const shut = await openNow(county.ctx, openNowInput.parse({ kind: 'emergency' }));
    expect(shut.doors.find((door) => door.facilityId === facilityId)).toMatchObject({ open: false, note: '停电检修' });
    await removeService(keeper, { kind: 'emergency', reason: '不再设置' });
    await removeService(keeper, { kind: 'emergency', reason: '不再设置' });
    expect(await audits('navigation.remove-service')).toBe(1);
  });
  it('is not the desk’s to change, and another hospital’s is out of reach', async () => {
    const [own, other] = [await county.hospital(), await county.hospital()];
    await county.door(other.facilityId, 'fever');
    const desk = testContext(county.db, staffActor(own.facilityId, 'desk'));
    await expect(saveService(desk, wish())).rejects.toThrow('role-needed');
    const keeper = testContext(county.db, staffActor(own.facilityId, 'manager'));
    await removeService(keeper, { kind: 'fever', reason: '误删' });
    const { rowCount } = await county.db.pool.query(`select 1 from facility_services where facility_id = $1`, [
      other.facilityId,
    ]);
    expect(rowCount).toBe(1);
  });
  it('needs a reason when it is shut', () => {
    expect(() => wish({ available: false })).toThrow('reason-needed');
  });
});

describe('an outbreak', () => {
  const today = regionDay(new Date());
  const wish = (rest: object = {}) =>
    declareOutbreakInput.parse({
      ...{ regionCode: county.codes.county, disease: '流感', action: 'fever_clinic', adviceZh: '先到发热门诊' },
      ...{ adviceEn: 'Fever clinic first', validFrom: today, validTo: addDays(today, 10), ...rest },
    });
  const here = (regionCode: string) => listOutbreaks(county.ctx, { regionCode });
  it('holds in the area and below until it is ended by an office that answers for it', async () => {
    const city = county.official(county.path.city, county.codes.city, 2);
    const own = county.official(county.path.county, county.codes.county);
    const { notices } = await declareOutbreak(city, wish({ regionCode: county.codes.city }));
    expect((await here(county.codes.township)).notices).toMatchObject([{ disease: '流感', regionName: '测市' }]);
    expect((await here(county.codes.province)).notices).toEqual([]);
    expect((await listOwnOutbreaks(own)).notices[0]).toMatchObject({ ownArea: false, state: 'live' });
    const id = notices[0]?.id ?? '';
    await expect(endOutbreak(own, { id, reason: '不归我管' })).rejects.toThrow('not-found');
    await endOutbreak(city, { id, reason: '已平息' });
    await endOutbreak(city, { id, reason: '已平息' });
    expect(await audits('navigation.end-outbreak')).toBe(1);
    expect((await here(county.codes.township)).notices).toEqual([]);
  });
  it('is declared once, also by two at once, within bounds, and never for the neighbour', async () => {
    const own = county.official(county.path.county, county.codes.county);
    const both = await Promise.allSettled([declareOutbreak(own, wish()), declareOutbreak(own, wish())]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(declareOutbreak(own, wish())).rejects.toThrow('outbreak-known');
    await expect(declareOutbreak(own, wish({ validTo: addDays(today, 200) }))).rejects.toThrow('outbreak-too-long');
    await expect(declareOutbreak(own, wish({ regionCode: county.codes.city }))).rejects.toThrow('region-not-found');
  });
});
