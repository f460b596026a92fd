import { appointmentLink } from '../booking/record-booking.ts';
import { regionTime } from '../kernel/clock.ts';
import type { Services } from '../kernel/context.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { findPreparation } from '../navigation/arrive/preparation/find-preparation.ts';
import type { Preparation } from '../navigation/schema/preparation.ts';
import { tellResidents } from '../notices/tell-residents.ts';
import type { NumberType } from '../schedules/rules.ts';
import type { Due } from './rules.ts';

/** People of one transaction: a large hospital's visits of a day are some thousands. */
const atOnce = 200;

/**
 * Reminds everybody who has a visit at this facility on the day, once of all their visits of that day wherever
 * they are. The key in `reminders` makes a repeated run, or another facility's, tell nobody twice, and each transaction
 * takes some people only, so that what was cut short goes on with the others.
 */
export async function sendReminders(services: Services, facilityId: string, due: Due): Promise<number> {
  const people = await peopleOf(services, facilityId, due);
  const preparationOf = rememberPreparations(services);
  let told = 0;
  for (let from = 0; from < people.length; from += atOnce)
    told += await remindSome(services, people.slice(from, from + atOnce), due, preparationOf);
  return told;
}

function remindSome(
  services: Services,
  people: string[],
  due: Due,
  preparationOf: ReturnType<typeof rememberPreparations>,
): Promise<number> {
  return transact(services.db, async (tx) => {
    const claimed = await claim(tx, services, people, due);
    const visits = await visitsOf(tx, [...claimed.keys()], due.date);
    const now = services.clock.now();
    const told = [];
    for (const [residentId, hadSms] of claimed) {
      const own = visits.filter((visit) => visit.residentId === residentId);
      if (own.length === 0) continue;
      const sms = due.sms === 'always' || (due.sms === 'unless-told' && !hadSms);
      const entry = await entryOf(due.date, own, preparationOf);
      told.push({ ctx: services, at: now, entry: { residentId, kind: 'reminder' as const, sms, ...entry } });
    }
    if (told.length > 0) await tellResidents(tx, told);
    return told.length;
  });
}

/** Whose number was booked before the reminder's instant and whose time is yet to come. */
async function peopleOf({ db, clock }: Services, facilityId: string, due: Due): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>({
    name: 'people-to-remind',
    text: `select distinct a.resident_id as id from sessions s
           join appointments a on a.facility_id = s.facility_id and a.session_id = s.id
           join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
           where s.facility_id = $1 and s.date = $2 and s.status = 'published' and a.status = 'booked'
             and a.created_at <= $3 and t.window_start > $4`,
    values: [facilityId, due.date, due.since, clock.now()],
  });
  return rows.map((row) => row.id);
}

/** Takes the right to remind these people; those who were reminded already are left out. True: an SMS went before. */
async function claim(tx: Tx, { clock }: Services, people: string[], due: Due): Promise<Map<string, boolean>> {
  const { rows } = await tx.client.query<{ id: string; hadSms: boolean }>({
    name: 'claim-reminders',
    text: `with claimed as (
             insert into reminders (resident_id, date, kind, created_at)
             select id, $2, $3, $4 from unnest($1::uuid[]) id order by id on conflict do nothing returning resident_id
           )
           select c.resident_id as id, exists (select 1 from reminders r where r.resident_id = c.resident_id
             and r.date = $2 and r.kind = 'two-days-before') as "hadSms" from claimed c`,
    values: [people, due.date, due.kind, clock.now()],
  });
  return new Map(rows.map((row) => [row.id, row.hadSms]));
}

type Visit = {
  residentId: string;
  facilityId: string;
  appointmentId: string;
  facilityName: string;
  departmentId: string;
  departmentName: string;
  numberType: NumberType;
  windowStart: Date;
  number: number;
};

/** All visits of the day of these people: first their own lists, then the facts on the facilities' axis. */
async function visitsOf(tx: Tx, people: string[], date: string): Promise<Visit[]> {
  const { rows: own } = await tx.client.query<{ facilityId: string; id: string }>({
    name: 'visits-of-day',
    text: `select facility_id as "facilityId", appointment_id as id from resident_bookings
           where resident_id = any($1::uuid[]) and date = $2 and active = 1`,
    values: [people, date],
  });
  const { rows } = await tx.client.query<Visit>({
    name: 'facts-of-visits',
    text: `select a.resident_id as "residentId", a.facility_id as "facilityId", a.id as "appointmentId", f.name as "facilityName",
             d.id as "departmentId", d.name as "departmentName", s.number_type as "numberType", t.window_start as "windowStart",
             a.ticket_number as number
           from appointments a join sessions s on s.facility_id = a.facility_id and s.id = a.session_id
           join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
           join facilities f on f.id = a.facility_id join departments d on d.id = s.department_id
           where a.facility_id = any($1) and a.id = any($2::uuid[]) and a.status = 'booked' and s.status = 'published'
           order by t.window_start`,
    values: [[...new Set(own.map((row) => row.facilityId))], own.map((row) => row.id)],
  });
  return rows;
}

/** A department's patients of a day share what to do before coming: asked once, not once a person. */
function rememberPreparations(services: Services) {
  const known = new Map<string, Promise<Preparation>>();
  return ({ departmentId, numberType }: Pick<Visit, 'departmentId' | 'numberType'>): Promise<Preparation> => {
    const key = `${departmentId} ${numberType}`;
    const found = known.get(key) ?? findPreparation(services, { departmentId, numberType });
    known.set(key, found);
    return found;
  };
}

/** When and where, and what to do before the first of the visits (E14); it is the one that sets the morning. */
async function entryOf(date: string, visits: Visit[], preparationOf: ReturnType<typeof rememberPreparations>) {
  const [first] = visits;
  if (!first) throw new Error('a reminder without a visit');
  const preparation = await preparationOf(first);
  const list = visits
    .map((v) => `${regionTime(v.windowStart)} ${v.facilityName}${v.departmentName} ${v.number}号`)
    .join('；');
  return {
    params: { date, list, ...preparationParams(preparation) },
    link: appointmentLink(first.facilityId, first.appointmentId),
  };
}

/** Flat, as a notice keeps it, and in both languages, since it is worded when it is read. */
export const preparationParams = (p: Preparation) => ({
  fastingHours: p.fastingHours,
  earlyMinutes: p.earlyMinutes,
  oldResults: Number(p.oldResults),
  companion: Number(p.companion),
  documents: p.documents.zh,
  documentsEn: p.documents.en,
  note: p.note.zh,
  noteEn: p.note.en,
});
