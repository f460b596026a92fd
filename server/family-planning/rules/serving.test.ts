import { describe, expect, it } from 'vitest';
import type { Rights } from '../../consents/rules.ts';
import { type Enrolment, type Place, servingFor } from './serving.ts';

const worker = { accountId: 'a', facilityId: 'T1', name: '岳桂兰' };
const centre: Place = { kind: 'township_centre', regionPath: '51/01/' };
const silent: Rights = { choices: [], denials: [] };
const open: Rights = {
  choices: [{ purpose: 'treatment', topic: 'family_planning', given: true, textVersion: 1 }],
  denials: [],
};
const enrolment = (facilityId: string, regionPath: string): Enrolment => ({
  ...{ facilityId, regionPath, facilityName: '', said: 'in-person', migrant: false, startedAt: new Date(0) },
});
const [here, village, elsewhere] = [enrolment('T1', '51/01/'), enrolment('V1', '51/01/09/'), enrolment('T2', '51/02/')];
const deny = (denial: Partial<Rights['denials'][number]>): Rights => ({
  ...open,
  denials: [{ kind: 'worker', entryId: null, facilityId: null, workerId: null, workerName: null, ...denial }],
});
const books = (verdict: ReturnType<typeof servingFor>) =>
  verdict === null ? 'nobody' : 'rule' in verdict ? verdict.rule : (verdict.books?.join(' ') ?? 'all');

describe('what of a person’s family planning is open to a worker', () => {
  it.each([
    ['nobody said so', centre, [], open, 'nobody'],
    ['another centre serves', centre, [elsewhere], open, 'nobody'],
    ['said so here, and no more', centre, [here], silent, 'T1'],
    ['said so here, and opened the topic to those who treat', centre, [here], open, 'all'],
    ['a village of the area serves', centre, [village], silent, 'T1 V1'],
    ['a village does not see its neighbours', { ...centre, kind: 'village_clinic' }, [village], open, 'nobody'],
    ['a hospital has no area', { ...centre, kind: 'hospital' }, [village], open, 'nobody'],
    ['keeps out this account', centre, [here], deny({ workerId: 'a' }), 'record-closed'],
    ['keeps out this name here', centre, [here], deny({ workerName: '岳 桂兰', facilityId: 'T1' }), 'record-closed'],
    ['keeps out the same name elsewhere', centre, [here], deny({ workerName: '岳桂兰', facilityId: 'T2' }), 'all'],
    ['keeps the facility from what others wrote', centre, [here], deny({ kind: 'facility', facilityId: 'T1' }), 'T1'],
  ] as [string, Place, Enrolment[], Rights, string][])('%s', (_, place, enrolments, rights, what) => {
    expect(books(servingFor(worker, place, enrolments, rights))).toBe(what);
  });

  it('closes the topic again when the word is taken back', () => {
    const back = { ...open, choices: open.choices.map((one) => ({ ...one, given: false })) };
    expect(books(servingFor(worker, centre, [here, elsewhere], back))).toBe('T1');
  });
});
