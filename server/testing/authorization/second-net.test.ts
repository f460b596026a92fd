import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policies } from '#db/row-security/policies.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { topics } from '../../consents/schema.ts';
import { type Asking, readAs } from '../../kernel/acting.ts';
import { testContext } from '../../kernel/test-context.ts';
import { sqlState } from '../../kernel/transaction.ts';
import { buildHouse, type House } from './house.ts';

let db: TestDatabase;
let house: House;
beforeAll(async () => {
  db = await openTestDatabase();
  house = await buildHouse(db);
}, 60_000);
afterAll(() => db.close());

const of = (name: string) => house.people[name]?.residentId ?? '';
const tables = Object.keys(policies);

/** Whose rows a table gives to an actor whose statement has forgotten to say whose it wants; null: refused altogether. */
async function everything(actor: string, table: string, asking: Asking = {}): Promise<string[] | null> {
  const who = house.actors[actor];
  if (!who) throw new Error(`nobody is called ${actor}`);
  const person = table === 'identity_reviews' ? 'candidate_id' : 'resident_id';
  try {
    return await readAs(testContext(db, who), asking, async (client) => {
      const { rows } = await client.query<{ id: string }>(`select distinct ${person} as id from ${table}`);
      const names = rows.map(({ id }) => Object.keys(house.people).find((name) => of(name) === id) ?? 'another');
      return [...new Set(names)].sort();
    });
  } catch (error) {
    if (sqlState(error) === '42501') return null;
    throw error;
  }
}

/** The same of all tables; those that give nothing are left out. */
async function all(actor: string, asking: Asking = {}): Promise<Record<string, string[]>> {
  const seen: Record<string, string[]> = {};
  for (const table of tables) {
    const rows = await everything(actor, table, asking);
    if (rows && rows.length > 0) seen[table] = rows;
  }
  return seen;
}

const planning = { planning_enrolments: ['P'], contraceptive_services: ['P'] };
const ofP = Object.fromEntries(
  ['record_entries', 'consents', 'denials', 'access_events', 'share_codes', 'share_uses', 'cases', 'notices'].map(
    (table) => [table, ['P']],
  ),
);

describe('without a word of whose rows it wants, a statement gets', () => {
  it('of a resident: their own, and of those for whom they act', async () => {
    expect(await all('self', { topics })).toEqual({ ...ofP, ...planning });
    expect(await all('kin', { topics })).toEqual({
      ...{ record_entries: ['P', 'P2'], consents: ['P', 'P2'], denials: ['P'], cases: ['P'], notices: ['P'] },
    });
    expect(await all('guardian', { topics })).toEqual({
      ...{ record_entries: ['C', 'T', 'U'], consents: ['U'], access_events: ['C'], cases: ['C'] },
    });
  });

  it('of one person, when the question is about one', async () => {
    expect(await everything('kin', 'record_entries', { asked: of('P2'), topics })).toEqual(['P2']);
    expect(await everything('kin', 'record_entries', { asked: of('C'), topics })).toEqual([]);
  });

  it.each(['stranger', 'unregistered'])('of %s: nothing, whomever the procedure believes to be open', async (actor) => {
    expect(await all(actor, { topics })).toEqual({});
    for (const name of ['P', 'C'])
      expect(await all(actor, { asked: of(name), people: [of(name)], topics })).toEqual({});
  });

  it('of a topic that is not open: nothing', async () => {
    const count = async (open: readonly string[]) =>
      readAs(testContext(db, house.actors.self ?? { kind: 'anonymous' }), { topics: open }, async (client) => {
        const { rows } = await client.query<{ topic: string }>('select distinct topic from record_entries');
        return rows.map((row) => row.topic).sort();
      });
    expect(await count(['general', 'mental_health'])).toEqual(['general', 'mental_health']);
    expect(await count([])).toEqual([]);
  });

  it('of staff without a ground: what their own facility wrote and has to answer', async () => {
    const here = { record_entries: ['P'], access_events: ['C', 'P'], cases: ['C', 'P'] };
    const doubts = { source_patients: ['another'], identity_reviews: ['another'] };
    for (const actor of ['doctorOwn', 'deskOwn', 'editor']) expect(await all(actor)).toEqual({ ...here, ...doubts });
    expect(await all('plannerOwn')).toEqual({ ...here, ...doubts, ...planning });
    expect(await all('doctorLately')).toEqual({ record_entries: ['P'] });
    expect(await all('glass')).toEqual({ source_patients: ['another'] });
  });

  it('of staff with a ground: that person, and nobody’s decisions but that person’s', async () => {
    const ground = { asked: of('P'), people: [of('P')], topics: ['general'] };
    expect(await all('glass', ground)).toEqual({
      ...{ record_entries: ['P'], consents: ['P'], denials: ['P'], share_codes: ['P'], cases: ['P'] },
      ...{ glass_openings: ['P'], source_patients: ['another'] },
    });
    expect(await everything('glassOver', 'share_uses', ground)).toEqual([]);
    expect(await everything('shared', 'share_uses', ground)).toEqual(['P']);
  });

  it('of an official: what the area left unanswered, and whose record it is there', async () => {
    expect(await all('officialOwn')).toEqual({ source_patients: ['another'], identity_reviews: ['another'] });
    expect(await all('officialOther')).toEqual({
      ...{ source_patients: ['another'], identity_reviews: ['another'], cases: ['P'] },
    });
  });

  it('refused where the actor has no business: other people’s emergencies, keys, seals', async () => {
    for (const table of ['glass_openings', 'resident_keys', 'access_links'])
      expect(await everything('self', table)).toBeNull();
    for (const table of ['notices', 'record_history']) expect(await everything('doctorOwn', table)).toBeNull();
  });
});

describe('this can go red', () => {
  it('with a policy gone, who should see does not; with the net gone, everybody sees all', async () => {
    await db.pool.query('drop policy cases_resident_select on cases');
    expect(await everything('self', 'cases')).toEqual([]);
    await db.pool.query('alter table denials disable row level security');
    expect(await everything('stranger', 'denials')).toEqual(['P']);
  });
});
