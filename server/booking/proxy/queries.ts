import type { z } from 'zod';
import { recordAccess } from '../../access/record-access.ts';
import { regionDay } from '../../kernel/clock.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { maskName } from '../../kernel/national-id.ts';
import { findPeople } from '../../residents/queries.ts';
import { ageOn } from '../../residents/rules.ts';
import { expectStaff } from '../policy.ts';
import { getAppointmentOf, listAppointmentsOf } from '../queries.ts';
import type { askedPerson, Consent, proxyListOutput, slipView } from '../schema/proxy.ts';
import { openAsk } from './ask.ts';

type Ctx = ContextOf<'staff'>;

/** Who asked, and what is booked for them already, so that nobody is booked twice; the reading leaves an access row. */
export async function getAskedPerson(ctx: Ctx, ask: string): Promise<z.infer<typeof askedPerson>> {
  expectStaff(ctx.actor, ctx.actor.facilityId, 'proxy');
  const { residentId, consent, until } = openAsk(ctx, ask);
  const person = (await findPeople(ctx.db.pool, [residentId])).get(residentId);
  if (!person) throw notFound('resident');
  const { appointments: coming, asOf } = await listAppointmentsOf(ctx, [residentId], 'coming');
  const { rows: own } = await ctx.db.pool.query<{ region: string }>(
    'select region_code as region from facilities where id = $1',
    [ctx.actor.facilityId],
  );
  await recordAccess(ctx, [residentId], 'appointment', 'proxy-booking');
  const countyCode = `${own[0]?.region.slice(0, 6)}000000`;
  const { name, sex, idMasked, phoneMasked } = person;
  const age = ageOn(person.birthDate, regionDay(asOf));
  return { person: { name, sex, age, idMasked, phoneMasked }, consent, until, coming, countyCode, asOf };
}

type Made = { residentId: string; visitFacilityId: string; consent: Consent; accountId: string; bookedAt: Date };

/** The slip of a booking that this facility made for somebody; any other is not found. */
export async function getSlip(ctx: Ctx, appointmentId: string): Promise<z.infer<typeof slipView>> {
  const { facilityId } = ctx.actor;
  expectStaff(ctx.actor, facilityId, 'proxy');
  const { rows } = await ctx.db.pool.query<Made & { helperFacility: string; helperPhone: string }>({
    name: 'get-proxy-slip',
    text: `select b.resident_id as "residentId", b.visit_facility_id as "visitFacilityId", b.consent, b.account_id as "accountId",
             b.created_at as "bookedAt", f.name as "helperFacility", f.phone as "helperPhone"
           from proxy_bookings b join facilities f on f.id = b.facility_id
           where b.facility_id = $1 and b.appointment_id = $2`,
    values: [facilityId, appointmentId],
  });
  const made = rows[0];
  if (!made) throw notFound('appointment');
  const visit = await getAppointmentOf(ctx, [made.residentId], made.visitFacilityId, appointmentId);
  const helpers = await namesOf(ctx, [made.accountId]);
  await recordAccess(ctx, [made.residentId], 'appointment', 'proxy-booking');
  const { consent, helperFacility, helperPhone, bookedAt } = made;
  return { visit, consent, helper: helpers.get(made.accountId) ?? '', helperFacility, helperPhone, bookedAt };
}

type Row = Omit<z.infer<typeof proxyListOutput>['rows'][number], 'shownName' | 'helper'>;

/** What the own facility booked for others, newest first. */
export async function listProxyBookings(ctx: Ctx): Promise<z.infer<typeof proxyListOutput>> {
  const { facilityId } = ctx.actor;
  expectStaff(ctx.actor, facilityId, 'proxy');
  const asOf = ctx.clock.now();
  const { rows: made } = await ctx.db.pool.query<Made & { appointmentId: string }>({
    name: 'list-proxy-bookings',
    text: `select appointment_id as "appointmentId", resident_id as "residentId", visit_facility_id as "visitFacilityId",
             consent, account_id as "accountId", created_at as "bookedAt"
           from proxy_bookings where facility_id = $1 order by created_at desc limit 50`,
    values: [facilityId],
  });
  // a statement of its own: the visits lie at other facilities than the desk
  const { rows: visits } = await ctx.db.pool.query<Omit<Row, 'consent' | 'bookedAt'>>({
    name: 'list-proxy-visits',
    text: `select a.id as "appointmentId", a.status, f.name as "facilityName", d.name as "departmentName",
             t.window_start as "windowStart", t.window_end as "windowEnd"
           from appointments a join sessions s on s.facility_id = a.facility_id and s.id = a.session_id
           join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
           join facilities f on f.id = a.facility_id join departments d on d.id = s.department_id
           where a.facility_id = any($1) and a.id = any($2::uuid[])`,
    values: [[...new Set(made.map((one) => one.visitFacilityId))], made.map((one) => one.appointmentId)],
  });
  const ids = made.map((one) => one.residentId);
  const [people, helpers] = await Promise.all([
    findPeople(ctx.db.pool, ids),
    namesOf(
      ctx,
      made.map((one) => one.accountId),
    ),
  ]);
  await recordAccess(ctx, ids, 'proxy-list', 'proxy-booking');
  const rows = made.flatMap(({ appointmentId, residentId, consent, accountId, bookedAt }) => {
    const visit = visits.find((one) => one.appointmentId === appointmentId);
    const shownName = maskName(people.get(residentId)?.name ?? '');
    return visit ? [{ ...visit, shownName, consent, helper: helpers.get(accountId) ?? '', bookedAt }] : [];
  });
  return { rows, asOf };
}

async function namesOf({ db }: Ctx, accountIds: string[]): Promise<Map<string, string>> {
  const { rows } = await db.pool.query<{ id: string; name: string }>({
    name: 'names-of-accounts',
    text: 'select id, display_name as name from accounts where id = any($1::uuid[])',
    values: [[...new Set(accountIds)]],
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}
