import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffActor, testContext } from '../../kernel/test-context.ts';
import { recordService } from '../record-service.ts';
import { getSheet } from '../sheet-queries.ts';
import { at, type PlanningHouse, planningHouse, today } from '../testing/planning-house.ts';
import { moveStock } from './move-stock.ts';
import { getStock } from './stock-queries.ts';

let house: PlanningHouse;
beforeAll(async () => {
  house = await planningHouse();
});
afterAll(() => house.db.close());

const near = { item: 'condom', lot: 'A1', expiresOn: '2027-01-31' } as const;
const far = { item: 'condom', lot: 'B2', expiresOn: '2029-06-30' } as const;
type Desk = ReturnType<PlanningHouse['worker']>;
const receive = (ctx: Desk, batch: typeof near | typeof far, quantity: number, key = randomUUID()) =>
  moveStock(ctx, { ...batch, key, kind: 'received', quantity, about: '县妇幼保健院' });
const service = (residentId: string, quantity: number, key = randomUUID()) => ({
  ...{ residentId, key, servedOn: today, need: 'start' as const, desiredMethod: 'condom' as const, conditions: [] },
  ...{ method: 'condom' as const, agreed: 'spoken' as const, clinician: '', clinicianReason: '', quantity },
  ...{ lot: '', note: '' },
});
const later = (ctx: Desk, day: string) => testContext(house.db, ctx.actor, at(day));
/** What lies in each lot, and that it is the sum of what is written of it. */
async function lotsOf({ actor }: Desk): Promise<Record<string, number>> {
  const { rows } = await house.db.pool.query<{ lot: string; there: number; moved: number }>(
    `select b.lot, b.on_hand as there, coalesce(sum(m.quantity), 0)::int as moved from contraceptive_batches b
     left join contraceptive_movements m using (facility_id, item, lot, expires_on)
     where b.facility_id = $1 group by b.lot, b.on_hand order by b.lot`,
    [actor.facilityId],
  );
  for (const { there, moved } of rows) expect(moved).toBe(there);
  return Object.fromEntries(rows.map(({ lot, there }) => [lot, there]));
}

describe('the book of what a place has', () => {
  it('adds up through everything that may happen to a batch, and keeps each step', async () => {
    const ctx = house.worker(house.village.facilityId);
    const key = randomUUID();
    const both = await Promise.all([receive(ctx, near, 100, key), receive(ctx, near, 100, key)]);
    expect(both).toEqual([{ onHand: 100 }, { onHand: 100 }]);
    await receive(ctx, far, 50);
    await moveStock(ctx, { ...near, key: randomUUID(), kind: 'handed-over', quantity: 40, about: '村药具员 王' });
    const count = { ...near, key: randomUUID(), kind: 'counted', found: 57 } as const;
    await expect(moveStock(ctx, { ...count, about: '' })).rejects.toMatchObject({
      refusal: { rule: 'stock-reason-needed', params: { have: 60, found: 57 } },
    });
    expect(await moveStock(ctx, { ...count, about: '破损三只' })).toEqual({ onHand: 57 });
    expect(await lotsOf(ctx)).toEqual({ A1: 57, B2: 50 });
    const off = { ...near, key: randomUUID(), kind: 'written-off', about: '' } as const;
    await expect(moveStock(ctx, off)).rejects.toThrow('stock-not-expired');
    expect(await moveStock(later(ctx, '2027-02-01'), off)).toEqual({ onHand: 0 });
    expect(await lotsOf(ctx)).toEqual({ A1: 0, B2: 50 });
    const { movements, batches } = await getStock(later(ctx, '2027-02-01'), {});
    expect(movements[0]).toMatchObject({ kind: 'written-off', quantity: -57, lot: 'A1' });
    expect(movements.map((one) => one.quantity).sort((a, b) => a - b)).toEqual([-57, -40, -3, 50, 100]);
    expect(batches.map((one) => one.lot)).toEqual(['B2']);
    expect(await house.audits('family-planning.move-stock')).toBe(5);
  });

  it('gives out no more than there is, and nothing that has expired', async () => {
    const ctx = house.worker(house.other.facilityId);
    await receive(ctx, near, 10);
    const give = { ...near, kind: 'handed-over', about: '村药具员' } as const;
    await expect(moveStock(ctx, { ...give, key: randomUUID(), quantity: 11 })).rejects.toMatchObject({
      refusal: { rule: 'stock-short', params: { have: 10, wanted: 11 } },
    });
    const tries = await Promise.allSettled(
      [6, 6].map((quantity) => moveStock(ctx, { ...give, key: randomUUID(), quantity })),
    );
    expect(tries.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await lotsOf(ctx)).toEqual({ A1: 4 });
    const gone = later(ctx, '2027-02-01');
    await expect(moveStock(gone, { ...give, key: randomUUID(), quantity: 1 })).rejects.toThrow('stock-expired');
    await expect(receive(gone, near, 5)).rejects.toThrow('stock-expired');
    const unknown = { ...give, lot: 'X9', key: randomUUID(), quantity: 1 };
    await expect(moveStock(ctx, unknown)).rejects.toMatchObject({ refusal: { rule: 'stock-batch-not-found' } });
  });

  it('is of those who do this duty, each for their own place', async () => {
    const { facilityId } = house.other;
    const doctor = testContext(house.db, staffActor(facilityId, 'doctor'), at(today));
    await expect(getStock(doctor, {})).rejects.toThrow('role-needed');
    await expect(receive(doctor, near, 1)).rejects.toThrow('role-needed');
    expect((await getStock(house.worker(), {})).movements).toEqual([]);
  });
});

describe('what a service hands out', () => {
  it('leaves the batch that expires first, once however often it is saved, and never more than there is', async () => {
    const ctx = house.worker();
    const one = await house.served();
    await recordService(ctx, { ...service(one.residentId, 3), lot: '手写' });
    await receive(ctx, far, 20);
    await receive(ctx, near, 12);
    const wish = service(one.residentId, 20);
    await Promise.all([recordService(ctx, wish), recordService(ctx, wish)]);
    expect(await lotsOf(ctx)).toEqual({ A1: 0, B2: 12 });
    const { services } = await getSheet(ctx, { residentId: one.residentId });
    expect(services.map((each) => each.lot).sort()).toEqual(['A1 B2', '手写']);
    const people = await Promise.all([house.served(), house.served(), house.served()]);
    const tries = await Promise.allSettled(people.map(({ residentId }) => recordService(ctx, service(residentId, 5))));
    expect(tries.map((each) => each.status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(tries.find((each) => each.status === 'rejected')).toMatchObject({
      reason: { refusal: { rule: 'stock-short', params: { have: 2, wanted: 5 } } },
    });
    expect(await lotsOf(ctx)).toEqual({ A1: 0, B2: 2 });
    const { items, batches } = await getStock(ctx, {});
    expect(items).toEqual([{ item: 'condom', onHand: 2, used: 30, lastsUntil: '2026-11-30', short: true }]);
    expect(batches).toEqual([{ ...far, onHand: 2, state: 'good' }]);
  });
});
