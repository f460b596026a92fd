import type { Database } from '#db/client.ts';
import { isOfFamily } from '../../navigation/families.ts';
import type { RegionScope } from '../queries/scope.ts';
import type { Tally } from './rules.ts';

/** Visits alike in all that the report tells apart. */
export type VisitGroup = {
  month: string;
  facilityId: string;
  facilityName: string;
  rules: string;
  model: string;
  /** Catalogue codes: the one advised first, and the one of the department that saw the person. */
  advised: string;
  seen: string;
  tally: Tally;
};

type Row = Omit<VisitGroup, 'advised' | 'tally'> & {
  advised: string;
  rerouted: boolean;
  urgent: boolean;
  visits: number;
};

/** The emergency department of the catalogue (急诊医学科), and triage levels 1 and 2 (急诊预检分诊 2018). */
const emergencyCode = '20';
const urgentLevels = ['emergency-1', 'emergency-2'];

export type Span = { path: RegionScope['path']; from: string; before: string; rulesVersion: string | null };

/**
 * Visits that took place in an area and a span of days ('YYYY-MM-DD'), of people who attached what they had
 * told: what was advised and who saw them in the end. Sums only, no person and no words.
 */
export async function readVisits({ pool }: Pick<Database, 'pool'>, span: Span): Promise<VisitGroup[]> {
  const { rows } = await pool.query<Row>(
    `select to_char(s.date, 'YYYY-MM') as month, a.facility_id as "facilityId", f.name as "facilityName",
       t.rules_version as rules, t.model_version as model, t.advised, d.catalog_code as seen,
       q.moved_to is not null as rerouted,
       t.flagged = '' and (coalesce(q.priority = any($5), false) or d.catalog_code = $6 or d.catalog_code like $6 || '.%')
         as urgent,
       count(*)::int as visits
     from triage_answers t
     join appointments a on a.facility_id = t.facility_id and a.id = t.appointment_id
     join sessions s on s.facility_id = a.facility_id and s.id = a.session_id
     join facilities f on f.id = a.facility_id
     left join queue_entries q on q.facility_id = a.facility_id and q.appointment_id = a.id
     left join appointments m on m.facility_id = q.facility_id and m.id = q.moved_to
     left join sessions ms on ms.facility_id = m.facility_id and ms.id = m.session_id
     join departments d on d.id = coalesce(ms.department_id, s.department_id)
     where f.region_path like $1 and s.date >= $2 and s.date < $3 and a.status in ('arrived', 'fulfilled')
       and ($4::text is null or t.rules_version = $4)
     group by 1, 2, 3, 4, 5, 6, 7, 8, 9`,
    [`${span.path}%`, span.from, span.before, span.rulesVersion, urgentLevels, emergencyCode],
  );
  return rows.map(({ rerouted, urgent, visits, advised, ...group }) => {
    const wanted = advised.split(' ').filter(Boolean);
    const isAdvised = wanted.some((code) => isOfFamily(group.seen, code));
    return {
      ...group,
      advised: wanted[0] ?? '',
      tally: {
        visits,
        first: wanted[0] && isOfFamily(group.seen, wanted[0]) ? visits : 0,
        among: isAdvised ? visits : 0,
        rerouted: rerouted ? visits : 0,
        urgent: urgent ? visits : 0,
      },
    };
  });
}
