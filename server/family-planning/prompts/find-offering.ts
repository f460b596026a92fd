import type { Tx } from '../../kernel/transaction.ts';

/** Whose advice it is. `serves`: by the person's own say; without one the facility learns of nobody. */
export type Offering = { facilityId: string | null; regionPath: string; serves: boolean };

/** Who serves the person by their latest say, else the centre of the home township, else nobody as yet. */
export async function findOffering(tx: Tx, residentId: string): Promise<Offering> {
  const { rows: serving } = await tx.client.query<Offering>({
    name: 'find-serving-facility',
    text: `select facility_id as "facilityId", region_path as "regionPath", true as serves from planning_enrolments
           where resident_id = $1 and ended_at is null order by started_at desc, id desc limit 1`,
    values: [residentId],
  });
  if (serving[0]) return serving[0];
  const { rows: near } = await tx.client.query<Offering>({
    name: 'find-centre-of-home',
    text: `select f.id as "facilityId", f.region_path as "regionPath", false as serves
           from residents r join regions t on t.code = rpad(left(r.region_code, 9), 12, '0')
             join facilities f on f.kind = 'township_centre' and starts_with(f.region_path, t.path)
           where r.id = $1 order by f.id limit 1`,
    values: [residentId],
  });
  return near[0] ?? { facilityId: null, regionPath: '', serves: false };
}
