import { type Clock, systemClock } from '../kernel/clock.ts';
import { transact } from '../kernel/transaction.ts';
import { topicOf } from '../records/rules.ts';
import { takeIn } from '../records/take-in.ts';
import type { Told } from '../records/told.ts';
import { type Base, withDemo } from './demo-house.ts';

const patient = 'demo-births';
const icd10 = 'http://hl7.org/fhir/sid/icd-10';

/**
 * What a hospital for women and children told of 陈晓燕 of the sample accounts: the birth of her daughter, and a method that
 * she stopped this year. It stands beside what the desk entered. Once in the life of a demo.
 */
export const openDemoBirths = (url: string, secret: string, clock: Clock = systemClock): Promise<boolean> =>
  withDemo({ url, secret, clock, part: 'demo-births' }, async (base) => {
    const [facilityId, residentId] = [await findBirthHospital(base), await findHer(base)];
    if (!facilityId || !residentId) return false;
    const ctx = { ...base, actor: { kind: 'system', job: 'demo-births' } as const };
    const told = tellings(base.clock.now());
    const done = await transact(base.db, (tx) => takeIn(tx, ctx, facilityId, told, new Map([[patient, residentId]])));
    return done.added > 0;
  });

/** A hospital for women and children without a system of its own, whose counts nobody holds against ours. */
export async function findBirthHospital({ db }: Base): Promise<string | null> {
  const { rows } = await db.pool.query<{ id: string }>(
    `select f.id from facilities f where f.kind = 'hospital' and f.name like '%妇幼%'
       and not exists (select from his_endpoints e where e.facility_id = f.id)
     order by f.region_path like '%/510121000000/%' desc, f.id limit 1`,
  );
  return rows[0]?.id ?? null;
}

async function findHer({ db }: Base): Promise<string | null> {
  const { rows } = await db.pool.query<{ id: string }>(
    `select id from residents where sample and name = '陈晓燕' and birth_date = '1988-04-12' limit 1`,
  );
  return rows[0]?.id ?? null;
}

function tellings(now: Date): Told[] {
  const removed = new Date(now.getTime() - 100 * 86_400_000);
  const born = new Date('2017-06-21T03:20:00Z');
  const one = (type: string, sourceId: string, title: string, at: Date, more: Partial<Told> = {}): Told => ({
    ...{ type, sourceId, title, patient, version: '1', updated: at, encounter: null, startsAt: at, endsAt: null },
    ...{ status: 'completed', code: '', topic: topicOf([], title), search: [], values: {}, facts: {} },
    ...{ findings: [], gap: '', gapLabel: '', body: '{}' },
    ...more,
  });
  const visit = { encounter: 'demo-birth-stay', topic: 'family_planning' } as const;
  const hcg = { title: '人绒毛膜促性腺激素', value: '28640', unit: 'm[IU]/mL', low: '', high: '5.0', flag: 'high' };
  return [
    one('EpisodeOfCare', 'demo-care', '孕产期保健', new Date('2016-11-02T01:00:00Z'), {
      endsAt: born,
      status: 'finished',
    }),
    one('Observation', 'demo-hcg', hcg.title, new Date('2016-10-20T01:00:00Z'), {
      ...{ status: 'final', code: 'http://loinc.org|19080-1', facts: { reading: hcg } },
    }),
    one('Encounter', visit.encounter, '产科住院', born, {
      ...{ status: 'finished', topic: 'family_planning', endsAt: new Date('2017-06-24T02:00:00Z') },
      facts: { visitKind: 'inpatient', department: '产科' },
    }),
    one('Condition', 'demo-birth', '头位顺产', born, { ...visit, status: 'resolved', code: `${icd10}|O80.0` }),
    one('Procedure', 'demo-iud-in', '宫内节育器放置术', new Date('2018-03-14T02:00:00Z')),
    one('Procedure', 'demo-iud-out', '宫内节育器取出术', removed),
  ];
}
