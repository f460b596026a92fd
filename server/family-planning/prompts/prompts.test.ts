import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolPerson } from '../enrol-person.ts';
import { listDesk } from '../list-queries.ts';
import { noteFollowUp } from '../note-follow-up.ts';
import { getOwn } from '../own-queries.ts';
import { getSheet } from '../sheet-queries.ts';
import { takeBack } from '../take-back.ts';
import { type PlanningHouse, planningHouse, today } from '../testing/planning-house.ts';
import { entry, type Telling, tellingTo } from '../testing/telling.ts';
import { acceptPrompt, declinePrompt } from './answer-prompt.ts';

let house: PlanningHouse;
let tell: Telling['tell'];
let withdraw: Telling['withdraw'];
let move: Telling['move'];
let work: Telling['work'];
beforeAll(async () => {
  house = await planningHouse();
  ({ tell, withdraw, move, work } = tellingTo(house));
  // the township of the centre
  await house.db.pool.query(`insert into regions (code, level, name, path) values ('519902001000', 4, '试乡', $1)`, [
    house.centre.regionPath.slice(0, -1),
  ]);
});
afterAll(() => house.db.close());

type Person = Awaited<ReturnType<PlanningHouse['person']>>;
const homeOf = ({ residentId }: Person, region: string) =>
  house.db.pool.query('update residents set region_code = $2 where id = $1', [residentId, region]);
const asked = async ({ residentId }: Person, by = house.worker()) =>
  (await getSheet(by, { residentId })).followUps.filter((one) => one.kind === 'advice');
const statesOf = async ({ residentId }: Person) => {
  const text = 'select state from planning_prompts where resident_id = $1 order by event_on';
  return (await house.db.pool.query<{ state: string }>(text, [residentId])).rows.map((row) => row.state);
};
const source = () => randomUUID().slice(0, 8);

describe('a birth that a hospital tells of', () => {
  it('is one question of who serves her, by day 42, however often and wherever it is told', async () => {
    const her = await house.served();
    const [section, birth] = [source(), source()];
    await tell(her, [entry(section, '子宫下段剖宫产术')]);
    await tell(her, [entry(section, '子宫下段剖宫产术', { version: '2', updated: new Date('2026-11-21T01:00:00Z') })]);
    await tell(her, [entry(birth, '剖宫产分娩', { type: 'Condition', status: 'active' })]);
    expect(await asked(her)).toMatchObject([{ dueFrom: today, dueOn: '2027-01-01', state: 'open', about: null }]);
    const [row] = (await listDesk(house.worker(), { shelf: 'due' })).rows.filter(
      (one) => one.residentId === her.residentId,
    );
    expect(row?.followUp?.kind).toBe('advice');
    expect(await house.audits('family-planning.raise-prompt')).toBe(1);
  });

  it('tells the worker what it is about by her word alone', async () => {
    const her = await house.served();
    await tell(her, [entry(source(), '人工流产术')]);
    expect(await asked(her)).toMatchObject([{ about: null, dueFrom: today, dueOn: '2026-12-04' }]);
    expect((await getOwn(her.me)).followUps).toMatchObject([{ about: { kind: 'after-loss', eventOn: '2026-11-20' } }]);
    await house.db.pool.query(
      `insert into consents (resident_id, id, purpose, topic, given, text_version, at, account_id)
       values ($1, $2, 'treatment', 'family_planning', true, 1, now(), $2)`,
      [her.residentId, randomUUID()],
    );
    expect(await asked(her)).toMatchObject([{ about: { kind: 'after-loss' } }]);
  });

  it('that is taken back is asked about no more, and that comes again, again; a child who died changes it', async () => {
    const her = await house.served();
    const [section, code] = [source(), 'http://hl7.org/fhir/sid/icd-10|Z37.1'];
    await tell(her, [entry(section, '子宫下段剖宫产术')]);
    await withdraw('Procedure', [section]);
    expect([await asked(her), await statesOf(her)]).toEqual([[], ['withdrawn']]);
    const again = { version: '3', updated: new Date('2026-11-22T01:00:00Z') };
    await tell(her, [entry(section, '子宫下段剖宫产术', again)]);
    await tell(her, [entry(source(), '死产', { type: 'Condition', status: '', code, topic: 'family_planning' })]);
    expect(await statesOf(her)).toEqual(['raised']);
    expect(await asked(her)).toMatchObject([{ dueOn: '2026-12-04' }]);
    expect((await getOwn(her.me)).followUps).toMatchObject([{ about: { kind: 'after-loss' } }]);
  });

  it('is nothing new to a desk that was told, and ends what the desk is told of later', async () => {
    const her = await house.served();
    await tell(her, [entry(source(), '阴道分娩')]);
    const outcome = { residentId: her.residentId, followUpId: randomUUID() };
    const ask = (id: string) =>
      house.db.pool.query(
        `insert into planning_follow_ups (resident_id, id, facility_id, region_path, kind, subject_id, due_from, due_on)
         values ($1, $2, $3, $4, 'outcome', $2, '2026-11-01', '2026-12-01')`,
        [her.residentId, id, house.centre.facilityId, house.centre.regionPath],
      );
    await ask(outcome.followUpId);
    const answer = { act: 'done', outcome: 'live-birth', eventOn: '2026-11-19', note: '' } as const;
    await noteFollowUp(house.worker(), { ...outcome, ...answer });
    await tell(her, [entry(source(), '产钳助产')]);
    const open = (await getSheet(house.worker(), outcome)).followUps.filter((one) => one.state === 'open');
    expect(open.map((one) => one.kind)).toEqual(['postpartum']);
    expect(await statesOf(her)).toEqual(['known']);
  });

  it('goes with the record, when the hospital’s patient turns out to be somebody else', async () => {
    const [her, other] = [await house.served(), await house.served()];
    await tell(her, [entry(source(), '剖宫产术')]);
    await move(her, other);
    expect([await statesOf(her), await statesOf(other)]).toEqual([['withdrawn'], ['raised']]);
    expect([(await asked(her)).length, (await asked(other)).length]).toEqual([0, 1]);
  });

  it('long ago, of somebody else’s sealed topics, or only threatening, prompts nobody', async () => {
    const her = await house.served();
    const long = { startsAt: new Date('2026-05-01T01:00:00Z') };
    const doubt = ['verification-status=http://terminology.hl7.org/CodeSystem/condition-ver-status|provisional'];
    await tell(her, [
      entry(source(), '剖宫产术', long),
      entry(source(), '先兆流产', { type: 'Condition' }),
      entry(source(), '异位妊娠', { type: 'Condition', search: doubt }),
      entry(source(), '阑尾切除术'),
    ]);
    expect(await statesOf(her)).toEqual([]);
  });
});

describe('somebody who has no say for a facility', () => {
  it('is a number at the centre of their home until they say so, and then a question there', async () => {
    const her = await house.person();
    await homeOf(her, '519902001003');
    const waiting = async () => (await listDesk(house.worker(), { shelf: 'people' })).waiting;
    const before = await waiting();
    await tell(her, [entry(source(), '人工流产术')]);
    expect((await waiting()) - before).toBe(1);
    const listed = JSON.stringify(await listDesk(house.worker(), { shelf: 'due' }));
    expect(listed).not.toContain(her.residentId);
    const [offer] = (await getOwn(her.me)).prompts;
    expect(offer).toMatchObject({ kind: 'after-loss', eventOn: '2026-11-20' });
    const id = offer?.id ?? '';
    await expect(acceptPrompt((await house.person()).me, id)).rejects.toMatchObject({ code: 'not-found' });
    await Promise.all([acceptPrompt(her.me, id), acceptPrompt(her.me, id)]);
    expect(await asked(her)).toMatchObject([{ state: 'open', dueOn: '2026-12-04' }]);
    expect([await waiting(), (await getOwn(her.me)).prompts]).toEqual([before, []]);
  });

  it('without a centre at home may still take it up at any desk', async () => {
    const her = await house.person();
    await tell(her, [entry(source(), '顺产分娩')]);
    const [offer] = (await getOwn(her.me)).prompts;
    expect(offer).toMatchObject({ facilityName: null });
    await expect(acceptPrompt(her.me, offer?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
    const { residentId, name, idNumber } = her;
    await enrolPerson(house.worker(), { name, idNumber, said: 'in-person', migrant: false });
    expect((await asked(her)).map((one) => one.state)).toEqual(['open']);
    expect(await house.count('planning_prompts where resident_id = $1', [residentId])).toBe(1);
  });
});

describe('a say at the moment of the news', () => {
  it('does not pass it by: one question, whichever was first', async () => {
    const women = await Promise.all(Array.from({ length: 6 }, () => house.person()));
    for (const her of women) await tell(her, [entry(source(), '剖宫产术')], false);
    await Promise.all([
      work(),
      ...women.map(({ name, idNumber }) =>
        enrolPerson(house.worker(), { name, idNumber, said: 'in-person', migrant: false }),
      ),
    ]);
    for (const her of women) expect((await asked(her)).map((one) => one.state)).toEqual(['open']);
  });
});

describe('a refusal', () => {
  it('stands: nobody asks, and no later version asks again', async () => {
    const her = await house.served();
    const section = source();
    await tell(her, [entry(section, '剖宫产术')]);
    const [follow] = (await getOwn(her.me)).followUps;
    await expect(declinePrompt((await house.person()).me, follow?.subjectId ?? '')).rejects.toMatchObject({
      code: 'not-found',
    });
    await declinePrompt(her.me, follow?.subjectId ?? '');
    await declinePrompt(her.me, follow?.subjectId ?? '');
    await tell(her, [entry(section, '剖宫产术', { version: '2', updated: new Date('2026-11-22T01:00:00Z') })]);
    expect([await asked(her), await statesOf(her)]).toEqual([[], ['declined']]);
    expect(await house.audits('family-planning.decline-prompt')).toBe(1);
  });

  it('of the facility itself ends what it would have asked', async () => {
    const her = await house.served();
    await tell(her, [entry(source(), '剖宫产术')]);
    await takeBack(her.me, house.centre.facilityId);
    const { prompts, followUps } = await getOwn(her.me);
    expect([prompts, followUps, await statesOf(her)]).toEqual([[], [], ['declined']]);
  });
});
