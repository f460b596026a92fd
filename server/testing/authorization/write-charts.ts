import type { TestDatabase } from '#db/testing/test-database.ts';
import { systemActor, testContext } from '../../kernel/test-context.ts';
import { transact } from '../../kernel/transaction.ts';
import { takeIn } from '../../records/take-in.ts';
import type { Told } from '../../records/told.ts';
import { ago, canary, now, type Person, type Place } from './stage.ts';

type Note = {
  person: string;
  place: Place;
  mark: string;
  type?: string;
  topic?: Told['topic'];
  at?: Date;
  visit?: string;
};
type Chart = (...notes: Note[]) => Promise<void>;

/** Writes entries as hospitals do; each has its canary in the title, and one in what no screen asks for. */
function charting(db: TestDatabase, people: Record<string, Person>, idOf: (place: Place) => string): Chart {
  const ctx = testContext(db, systemActor(), { clock: { now: () => now } });
  return async (...notes) => {
    for (const note of notes) {
      const { person, place, mark, topic = 'general', type = 'Condition', at = ago(100) } = note;
      const reading = {
        title: canary(person, mark),
        value: '1',
        unit: '',
        low: '',
        high: '',
        flag: '',
        unasked: canary(person, 'unasked'),
      };
      const told: Told = {
        ...{ type, topic, patient: `patient-${person}`, sourceId: `${person}-${mark}`, version: '1', updated: at },
        ...{ encounter: note.visit ? `${person}-${note.visit}` : null, startsAt: at, endsAt: null, status: 'active' },
        ...{ code: '', title: canary(person, mark), search: [], findings: [], gap: '', gapLabel: '', values: {} },
        body: JSON.stringify({ resourceType: type, id: `${person}-${mark}`, code: { text: canary(person, mark) } }),
        facts: { unasked: canary(person, 'unasked'), ...(type === 'Observation' ? { reading } : {}) },
      };
      const { residentId = '', entries = [] } = people[person] ?? {};
      await transact(db, (tx) => takeIn(tx, ctx, idOf(place), [told], new Map([[told.patient, residentId]])));
      const { rows } = await db.pool.query<{ id: string }>(
        'select id from record_entries where resident_id = $1 and source_id = $2',
        [residentId, told.sourceId],
      );
      entries.push({ id: rows[0]?.id ?? '', type, title: told.title });
    }
  };
}

/** What is known of people, written where and guarded by what. */
export async function writeCharts(
  db: TestDatabase,
  people: Record<string, Person>,
  idOf: (place: Place) => string,
): Promise<void> {
  const chart = charting(db, people, idOf);
  const topics: Told['topic'][] = ['mental_health', 'sexual_health', 'family_planning'];
  const guarded = (person: string, place: Place) =>
    topics.map((topic): Note => ({ person, place, topic, mark: `${topic}-${place}` }));
  const P = 'P';
  await chart(
    ...guarded(P, 'own'),
    ...guarded(P, 'other'),
    { person: P, place: 'shared', mark: 'mental_health-shared', topic: 'mental_health' },
    { person: P, place: 'centre', mark: 'mental_health-centre', topic: 'mental_health' },
    { person: P, place: 'own', mark: 'general-own' },
    { person: P, place: 'other', mark: 'general-other' },
    { person: P, place: 'other', mark: 'measured-other', type: 'Observation' },
    { person: P, place: 'shut', mark: 'general-shut' },
    { person: P, place: 'own', mark: 'denied-own' },
    { person: P, place: 'other', mark: 'denied-other' },
    { person: P, place: 'other', mark: 'visit-old', type: 'Encounter', at: ago(90) },
    { person: P, place: 'other', mark: 'denied-visit', type: 'Encounter', at: ago(80) },
    { person: P, place: 'other', mark: 'in-denied-visit', visit: 'denied-visit' },
    { person: P, place: 'lately', mark: 'visit-lately', type: 'Encounter', at: ago(10) },
  );
  for (const person of ['P2', 'C', 'T', 'U'])
    await chart(
      ...guarded(person, 'other'),
      { person, place: 'other', mark: 'general' },
      { person, place: 'other', mark: 'allergy', type: 'AllergyIntolerance' },
    );
}
