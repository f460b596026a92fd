import { enrol } from '../family-planning/enrol-person.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import { transact } from '../kernel/transaction.ts';
import { topicOf } from '../records/rules.ts';
import { takeIn } from '../records/take-in.ts';
import type { Told } from '../records/told.ts';
import { findBirthHospital } from './demo-births.ts';
import { type Base, staffOf, withDemo } from './demo-house.ts';

const centre = 'T510121109';
const dayMs = 86_400_000;

/**
 * Births of these weeks that a hospital for women and children told of: of one woman whom the centre of the sample staff has
 * served for a year, and of others who have said nothing, nearest first. Once in the life of a demo.
 */
export const openDemoPrompts = (url: string, secret: string, clock: Clock = systemClock): Promise<boolean> =>
  withDemo({ url, secret, clock, part: 'demo-prompts' }, async (base) => {
    const [facilityId, women] = [await findBirthHospital(base), await findWomen(base)];
    const [served, ...others] = women;
    if (!facilityId || !served) return false;
    await serve(base, served);
    const ctx = { ...base, actor: { kind: 'system', job: 'demo-prompts' } as const };
    const told = [served, ...others].map((id, i) =>
      birthOf(id, new Date(clock.now().getTime() - (9 + 12 * i) * dayMs)),
    );
    const residents = new Map(women.map((id) => [id, id]));
    return (await transact(base.db, (tx) => takeIn(tx, ctx, facilityId, told, residents))).added > 0;
  });

async function serve(base: Base, residentId: string): Promise<void> {
  const clock = { now: () => new Date(base.clock.now().getTime() - 360 * dayMs) };
  const ctx = { ...base, clock, actor: await staffOf(base, 'family_planner', centre) };
  const { rows } = await base.db.pool.query<{ path: string }>(
    'select region_path as path from facilities where id = $1',
    [centre],
  );
  const by = { facilityId: centre, regionPath: rows[0]?.path ?? '', said: 'in-person', migrant: false } as const;
  await transact(base.db, (tx) => enrol(tx, ctx, residentId, { ...by, accountId: ctx.actor.accountId }));
}

const birthOf = (patient: string, at: Date): Told => ({
  ...{ type: 'Procedure', sourceId: `demo-birth-${patient.slice(0, 8)}`, title: '子宫下段剖宫产术', patient },
  ...{ version: '1', updated: at, encounter: null, startsAt: at, endsAt: at, status: 'completed', code: '' },
  ...{
    topic: topicOf([], '剖宫产'),
    search: [],
    values: {},
    facts: {},
    findings: [],
    gap: '',
    gapLabel: '',
    body: '{}',
  },
});

/** Sample women whom nobody serves, those of the centre's township first; none where it was done before. */
async function findWomen({ db, clock }: Base): Promise<string[]> {
  const year = clock.now().getUTCFullYear();
  const { rows } = await db.pool.query<{ id: string }>(
    `select r.id from residents r
     where r.sample and r.sex = 'female' and r.birth_date between $1 and $2 and r.name <> '陈晓燕'
       and not exists (select from planning_enrolments e where e.resident_id = r.id)
       and not exists (select from planning_prompts p where p.facility_id = $3)
     order by starts_with(r.region_code, $4) desc, r.id limit 3`,
    [`${year - 38}-01-01`, `${year - 22}-01-01`, centre, centre.slice(1)],
  );
  return rows.map((row) => row.id);
}
