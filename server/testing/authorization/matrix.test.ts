import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { takeRoute } from '../../http/take-route.ts';
import { testContext } from '../../kernel/test-context.ts';
import { appRouter } from '../../root.ts';
import { lineFor } from './as-platform.ts';
import { mayKnow, mayTake } from './expected.ts';
import { buildHouse, type House } from './house.ts';
import { type Walked, walk } from './walk.ts';
import { watchNet } from './watch-net.ts';

const product = { appRouter, testContext, takeRoute };
let db: TestDatabase;
let house: House;
let reads: Walked;
let watch: ReturnType<typeof watchNet>;
beforeAll(async () => {
  db = await openTestDatabase();
  house = await buildHouse(db);
  watch = watchNet(db);
  reads = await walk(product, watch.db, house);
}, 300_000);
afterAll(() => db.close());

const leaksOf = ({ leaks }: Walked) => leaks.map((leak) => `${leak.actor} ${leak.procedure}: ${leak.canary}`);

describe('every procedure, as everybody, about everybody', () => {
  it('has a line for each actor', () => {
    expect(Object.keys(mayKnow).sort()).toEqual(Object.keys(house.actors).sort());
  });

  it('tells nobody what is not theirs: not in answers, errors, headers or logs', () => {
    expect(leaksOf(reads)).toEqual([]);
    expect(reads.calls).toBeGreaterThan(5000);
  });

  it.each(Object.keys(mayKnow))('%s learns all that is theirs, so that the silence above means something', (actor) => {
    expect([...(reads.known.get(actor) ?? [])].sort()).toEqual([...new Set(mayKnow[actor])].sort());
  });

  it('gives a record to carry away to whom it may, all that may be', async () => {
    const { known } = await walk(product, db, house, { only: ['/fhir/take with topics'] });
    const carried = Object.fromEntries([...known].map(([actor, canaries]) => [actor, [...canaries].sort()]));
    const wanted = Object.keys(mayKnow).map((actor) => [actor, [...mayTake(actor, true)].sort()]);
    expect(carried).toEqual(Object.fromEntries(wanted));
  });

  it('tells nothing foreign where something is changed either', { timeout: 240_000 }, async () => {
    const changes = await walk(product, watch.db, house, { kind: 'mutation' });
    expect(leaksOf(changes)).toEqual([]);
    expect(changes.answered).toBeGreaterThan(10);
  });

  it('asks for what people own as the actor, everywhere but where the platform has to act itself', () => {
    const found = [...watch.outside].filter(([file]) => !lineFor(file));
    expect(found.map(([file, tables]) => `${file}: ${[...tables].join(', ')}`)).toEqual([]);
    expect(watch.outside.size).toBeGreaterThan(5);
  });
});
