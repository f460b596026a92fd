import { type Client, readAs } from '../kernel/acting.ts';
import type { Context } from '../kernel/context.ts';
import { progressOf } from './rules/readings.ts';
import type { CheckView } from './schema/check.ts';
import type { FollowUpView } from './schema/follow-up.ts';
import type { ResultView } from './schema/items.ts';
import type { RegistrationView } from './schema/registration.ts';
import type { ServiceView } from './schema/service.ts';

/** Whose entries, and of which facilities: null for all of them, which is what the person sees. */
export type EntryScope = { residentId: string; books: readonly string[] | null };
const mine = (alias: string) => `${alias}.resident_id = $1 and ($2::text[] is null or ${alias}.facility_id = any($2))`;

export type Entries = {
  registrations: RegistrationView[];
  checks: CheckRow[];
  services: ServiceView[];
  followUps: FollowUpView[];
};

/** All that a scope opens, asked as the reader: the database opens it a second time, to the person or on the scope. */
export function readEntries(ctx: Pick<Context, 'db' | 'actor'>, scope: EntryScope, today: string): Promise<Entries> {
  const { residentId } = scope;
  return readAs(ctx, { asked: residentId, people: [residentId] }, async (db) => ({
    registrations: await listRegistrations(db, scope, today),
    checks: await listChecks(db, scope),
    services: await listServices(db, scope),
    followUps: await listFollowUps(db, scope, today),
  }));
}

async function listRegistrations(
  db: Client,
  { residentId, books }: EntryScope,
  today: string,
): Promise<RegistrationView[]> {
  const { rows } = await db.query<RegistrationView>({
    name: 'list-fertility-registrations',
    text: `select r.id, r.facility_id as "facilityId", f.name as "facilityName", r.channel, r.rule::text, r.child_order as "childOrder",
             r.registered_on::text as "registeredOn", r.valid_until::text as "validUntil",
             coalesce(r.closed_as, case when r.valid_until < $3 then 'over' else 'valid' end) as state
           from fertility_registrations r join facilities f on f.id = r.facility_id
           where ${mine('r')} order by r.registered_at desc limit 50`,
    values: [residentId, books, today],
  });
  return rows;
}

export type CheckRow = CheckView & { partnerId: string | null };
type RawCheck = Omit<CheckRow, 'results' | 'done' | 'of' | 'couple'> & { asked: boolean };

/** Checks with the reading in force of each item, the latest first. */
async function listChecks(db: Client, { residentId, books }: EntryScope): Promise<CheckRow[]> {
  const { rows } = await db.query<RawCheck>({
    name: 'list-preconception-checks',
    text: `select c.id, c.facility_id as "facilityId", f.name as "facilityName", c.part, c.partner_id as "partnerId",
             c.started_on::text as "startedOn", c.migrant, c.grade, c.reasons, c.advice, c.graded_at as "gradedAt",
             c.grader_name as "graderName", c.closed_as as "closedAs",
             exists (select 1 from planning_follow_ups u where u.resident_id = c.resident_id and u.subject_id = c.id
                     and u.kind = 'outcome' and u.state = 'done') as asked
           from preconception_checks c join facilities f on f.id = c.facility_id
           where ${mine('c')} order by c.started_on desc, c.id desc limit 20`,
    values: [residentId, books],
  });
  const results = await findResults(
    db,
    residentId,
    rows.map((row) => row.id),
  );
  return rows.map(({ asked, ...row }) => {
    const own = results.get(row.id) ?? [];
    const progress = progressOf(row.part, own, row.gradedAt !== null, asked);
    return { ...row, couple: row.partnerId !== null, results: own, ...progress };
  });
}

async function findResults(db: Client, residentId: string, ids: string[]): Promise<Map<string, ResultView[]>> {
  const { rows } = await db.query<ResultView & { checkId: string }>({
    name: 'find-preconception-results',
    text: `select distinct on (check_id, code) check_id as "checkId", code, value, unit, low, high, flag, revision, noted_at as "notedAt"
           from preconception_results where resident_id = $1 and check_id = any($2::uuid[])
           order by check_id, code, revision desc`,
    values: [residentId, ids],
  });
  const found = new Map<string, ResultView[]>();
  for (const { checkId, ...row } of rows) found.set(checkId, [...(found.get(checkId) ?? []), row]);
  return found;
}

async function listServices(db: Client, { residentId, books }: EntryScope): Promise<ServiceView[]> {
  const { rows } = await db.query<ServiceView>({
    name: 'list-contraceptive-services',
    text: `select s.id, s.facility_id as "facilityId", f.name as "facilityName", s.served_on::text as "servedOn",
             s.worker_name as "workerName", s.need, s.desired_method as "desiredMethod", s.method, s.conditions,
             s.eligibility_table as "eligibilityTable", s.category, s.advice, s.clinician,
             s.clinician_reason as "clinicianReason", s.agreed, s.quantity, s.lot, s.note
           from contraceptive_services s join facilities f on f.id = s.facility_id
           where ${mine('s')} order by s.served_on desc, s.noted_at desc limit 50`,
    values: [residentId, books],
  });
  return rows;
}

/** Open ones by the day they are due, then what was answered, the latest first. */
async function listFollowUps(db: Client, { residentId, books }: EntryScope, today: string): Promise<FollowUpView[]> {
  const { rows } = await db.query<FollowUpView>({
    name: 'list-planning-follow-ups',
    text: `select u.id, u.facility_id as "facilityId", f.name as "facilityName", u.kind, u.subject_id as "subjectId",
             case when $2::text[] is null and p.id is not null
               then json_build_object('kind', p.kind, 'eventOn', p.event_on) end as about,
             u.due_from::text as "dueFrom", u.due_on::text as "dueOn", u.state,
             u.state = 'open' and u.due_on < $3 as overdue, u.tries, u.tried_at as "triedAt", u.ended_at as "endedAt",
             u.worker_name as "workerName", u.outcome, u.event_on::text as "eventOn", u.note
           from planning_follow_ups u join facilities f on f.id = u.facility_id
             left join planning_prompts p on p.resident_id = u.resident_id and p.id = u.subject_id
           where ${mine('u')} and u.state <> 'void'
           order by u.state in ('open', 'lost') desc, case when u.state = 'open' then u.due_on end, u.ended_at desc limit 50`,
    values: [residentId, books, today],
  });
  return rows;
}
