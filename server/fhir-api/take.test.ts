import { Client } from 'fhir-kit-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { familyLinks } from '#db/schema/residents.ts';
import { mintResident } from '#db/testing/mint.ts';
import { makeShareCode } from '../consents/make-share-code.ts';
import { redeemShareCode } from '../consents/redeem-share-code.ts';
import { residentActor, staffActor, testContext } from '../kernel/test-context.ts';
import { getPaper } from '../records/summary-queries.ts';
import { takeRecord } from './take-record.ts';
import { type TakeHouse, takeHouse } from './testing/take-house.ts';

let house: TakeHouse;
let take: TakeHouse['take'];
beforeAll(async () => {
  house = await takeHouse();
  ({ take } = house);
});
afterAll(async () => {
  house.close();
  await house.db.close();
});

const looks = async () =>
  (
    await house.db.pool.query('select what, reason, actor_kind from access_events where resident_id = $1', [
      house.person.residentId,
    ])
  ).rows;

describe('a record taken along', () => {
  it('comes as a file that no cache and no page keeps', async () => {
    const answer = await take('form=summary');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^application\/fhir\+json/);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="huimin-ips-\d{4}-\d\d-\d\d\.json"$/,
    );
    expect(await answer.json()).toMatchObject({ resourceType: 'Bundle', type: 'document' });
    expect(await looks()).toEqual([{ what: 'record-taken', reason: 'self', actor_kind: 'resident' }]);
  });

  it('opens in another’s client, with everything in it that is told of the person', async () => {
    const client = new Client({
      baseUrl: `${house.url}/fhir`,
      customHeaders: { cookie: await house.cookieFor(house.person) },
    });
    const query = 'form=everything&family_planning=on&sexual_health=on&mental_health=on';
    const bundle = (await client.request(`take/${house.person.residentId}?${query}`)) as never as {
      entry: { fullUrl: string; resource: { resourceType: string; subject?: { reference: string } } }[];
    };
    const types = (list: string[]) => list.filter((type) => type !== 'Patient' && type !== 'Organization').sort();
    expect(types(bundle.entry.map((one) => one.resource.resourceType))).toEqual(
      types(house.visits.map((one) => one.type)),
    );
    const reference = bundle.entry.find((one) => one.resource.resourceType === 'Condition')?.resource.subject
      ?.reference;
    const found = await client.resolve({ reference: String(reference), context: bundle as never });
    expect(found).toMatchObject({
      resourceType: 'Patient',
      id: house.person.residentId,
      name: [{ text: house.person.name }],
    });
  });

  it('keeps every decimal as the laboratory printed it', async () => {
    const text = await (await take('form=everything&family_planning=on&mental_health=on')).text();
    const printed = house.visits.flatMap(({ body }) =>
      [...body.matchAll(/"value":(\d+\.\d*0)\b/g)].map(([, one]) => one),
    );
    expect(printed.length).toBeGreaterThan(5);
    for (const number of printed) expect(text).toContain(`"value":${number}`);
  });

  it.each<[string, string, RegExp, RegExp]>([
    ['none', '', /高血压/, /焦虑|舍曲林|避孕|妊娠/],
    ['the one that was ticked', '&mental_health=on', /焦虑[\s\S]*舍曲林|舍曲林[\s\S]*焦虑/, /避孕|妊娠/],
  ])('holds of guarded topics %s', async (_name, ticked, present, absent) => {
    for (const form of ['summary', 'everything']) {
      const text = await (await take(`form=${form}${ticked}`)).text();
      expect(text).toMatch(present);
      expect(text).not.toMatch(absent);
    }
  });

  it('comes an entry at a time, whatever its size', async () => {
    const ctx = testContext(house.db, residentActor(house.person));
    const pieces = await takeRecord(ctx, 'everything', { residentId: house.person.residentId, topics: [] });
    let largest = 0;
    for await (const piece of pieces) largest = Math.max(largest, piece.length);
    expect(largest).toBeLessThan(5_000);
  });

  it('leaves one audit row a file, with numbers and no content', async () => {
    const { rows } = await house.db.pool.query(
      `select detail from audit_events where action = 'records.take' and subject_id = $1 and request_id = 'take-test' order by at desc, id desc limit 1`,
      [house.person.residentId],
    );
    expect(rows[0].detail).toEqual({
      form: 'everything',
      topics: ['general', 'mental_health'],
      entries: expect.any(Number),
    });
  });
});

describe('is refused', () => {
  it('to everybody else, as if there were no such record', async () => {
    const answer = await take('form=everything', {}, await mintResident(house.db));
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ resourceType: 'OperationOutcome' });
  });

  it.each<[string, string, Record<string, string>, number]>([
    ['without sign-in', 'form=summary', { cookie: '' }, 401],
    ['in a form there is not', 'form=all', {}, 400],
    ['when another site asks', 'form=summary', { 'sec-fetch-site': 'cross-site' }, 400],
  ])('%s', async (_name, query, headers, status) => {
    expect((await take(query, headers)).status).toBe(status);
  });

  it('to somebody at a screen by a page that says why', async () => {
    const answer = await take('form=all', { accept: 'text/html' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/records/take?who=${house.person.residentId}&refused=input&most=`);
  });

  it('when it is too large, before the first piece; a summary never is', async () => {
    const ctx = testContext(house.db, residentActor(house.person));
    const input = { residentId: house.person.residentId, topics: [] };
    await expect(takeRecord(ctx, 'everything', input, 3)).rejects.toMatchObject({
      refusal: { rule: 'take-too-large', params: { most: 3 } },
    });
    await expect(takeRecord(ctx, 'summary', input, 3)).resolves.toBeDefined();
  });
});

describe('others who may take it along', () => {
  const input = () => ({ residentId: house.person.residentId, topics: ['mental_health' as const] });
  const textOf = async (ctx: Parameters<typeof takeRecord>[0]) => {
    let text = '';
    for await (const piece of await takeRecord(ctx, 'everything', input())) text += piece;
    return text;
  };

  it('family with proof, without what is guarded, ticked or not; the person sees it', async () => {
    const kin = await mintResident(house.db);
    const link = { residentId: kin.residentId, memberId: house.person.residentId };
    await house.db.orm.insert(familyLinks).values({ ...link, relation: 'parent', proof: 'phone_code' });
    const text = await textOf(testContext(house.db, residentActor(kin)));
    expect(text).toContain('高血压');
    expect(text).not.toMatch(/焦虑|舍曲林/);
    expect(await looks()).toContainEqual({ what: 'record-taken', reason: 'family', actor_kind: 'resident' });
  });

  it('a doctor only with a code in hand, and never what is guarded', async () => {
    const doctor = testContext(house.db, staffActor(house.facilityId, 'doctor'));
    await expect(textOf(doctor)).rejects.toMatchObject({ refusal: { rule: 'take-needs-code' } });
    const mine = testContext(house.db, residentActor(house.person));
    const { code } = await makeShareCode(mine, { residentId: house.person.residentId, hours: 1 });
    await redeemShareCode(doctor, code);
    const text = await textOf(doctor);
    expect(text).toContain('高血压');
    expect(text).not.toMatch(/焦虑|舍曲林|避孕/);
    expect(await looks()).toContainEqual({ what: 'record-taken', reason: 'shared', actor_kind: 'staff' });
  });
});

describe('on paper', () => {
  const paper = (topics: ('mental_health' | 'family_planning')[]) =>
    getPaper(testContext(house.db, residentActor(house.person)), { residentId: house.person.residentId, topics });
  const titles = (entries: { title: string }[]) => entries.map((one) => one.title);

  it('stands what a doctor needs: what goes on now, and the latest of each measurement', async () => {
    const { parts, partly, person } = await paper([]);
    expect(person.name).toBe(house.person.name);
    expect(partly).toBe(false);
    expect(titles(parts.problems)).toEqual(expect.arrayContaining(['原发性高血压', '2型糖尿病']));
    expect(titles(parts.past)).toContain('急性阑尾炎');
    expect(titles(parts.medicines)).toContain('盐酸二甲双胍片 0.5g');
    expect(titles(parts.results).filter((title) => title === '收缩压')).toHaveLength(1);
    expect(parts.visits).toHaveLength(10);
  });

  it('stands a prescription that its hospital repeats once, by its latest', async () => {
    const { db, person } = house;
    await db.pool.query(
      `insert into record_entries (resident_id, id, type, facility_id, source_id, source_patient, source_version,
         source_updated, version, updated_at, body, starts_at, status, title, facts)
       select resident_id, gen_random_uuid(), type, facility_id, source_id || '-again', source_patient, '1',
         source_updated, 1, updated_at, body, starts_at + interval '30 days', status, title, facts
       from record_entries where resident_id = $1 and title = '盐酸二甲双胍片 0.5g' and type = 'MedicationRequest'`,
      [person.residentId],
    );
    const [first, ...more] = (await paper([])).parts.medicines.filter((one) => one.title === '盐酸二甲双胍片 0.5g');
    expect(more).toEqual([]);
    expect(first?.startsAt?.toISOString()).toMatch(/^2026-02/);
  });

  it('stand guarded topics only when they were ticked', async () => {
    expect(titles((await paper([])).parts.medicines)).not.toContain('盐酸舍曲林片 50mg');
    expect(titles((await paper(['mental_health'])).parts.medicines)).toContain('盐酸舍曲林片 50mg');
  });
});
