import type { z } from 'zod';
import { addDays, regionDay, regionInstant } from '../kernel/clock.ts';
import type { Context, ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { findPeople, type Person } from '../residents/queries.ts';
import { openToTake } from './open-to-take.ts';
import { columns, measured, mine } from './queries.ts';
import { type PaperPart, type paperOutput, paperParts, type TakeInput } from './schema/take.ts';
import type { EntryView } from './schema.ts';
import type { RecordScope } from './scope.ts';
import { readRecord } from './visible.ts';

type Reads = Pick<Context, 'db' | 'clock'>;

const types = [
  ...['AllergyIntolerance', 'MedicationRequest', 'MedicationStatement', 'Condition', 'CarePlan'],
  ...['Observation', 'DiagnosticReport', 'Immunization', 'Procedure', 'Encounter'],
];
/** Days after which a medicine that is no longer taken says nothing to a doctor today (our proposal, 2026). */
const medicineDays = 180;
const summaryMost = 1000;
const unsure = `e.search && '{verification-status=|refuted,verification-status=|entered-in-error}'::text[]`;
/** Of a measurement the latest is enough; of a prescription that one hospital repeated, in the same dose and state, too. */
const sameThing = `case when e.type = 'Observation' then ${measured}
  when e.type like 'Medication%' then concat_ws('|', e.facility_id, e.status, e.facts ->> 'dose', coalesce(nullif(e.title, ''), e.id::text)) end`;
const isPast = (entry: EntryView) => ['resolved', 'inactive', 'remission'].includes(entry.status);

/**
 * What somebody who has never seen the person needs to know: allergies, what is taken now or was lately, problems, the
 * latest value of each measurement, vaccinations, what was done, the last visits; newest first.
 */
export function listSummary(ctx: Reads, scope: RecordScope): Promise<EntryView[]> {
  const lately = regionInstant(addDays(regionDay(ctx.clock.now()), -medicineDays), '00:00');
  return readRecord<EntryView>(ctx, scope, {
    name: 'list-record-summary',
    text: `select id, type, "facilityId", "facilityName", title, status, "startsAt", "endsAt", facts, note
           from (select ${columns}, row_number() over (
                   partition by e.type, ${sameThing}
                   order by e.starts_at desc nulls last, e.id) as rank
                 ${mine} and e.type = any($6::text[]) and not ${unsure}
                 and (e.type not in ('MedicationRequest', 'MedicationStatement') or e.status = 'active' or e.starts_at > $7)
                 and (e.type <> 'DiagnosticReport' or e.facts ? 'conclusion')) s
           where rank <= case type when 'Observation' then 1 when 'MedicationRequest' then 1 when 'MedicationStatement' then 1 when 'Encounter' then 10 when 'DiagnosticReport' then 10 else 100 end
           order by "startsAt" desc nulls last, id limit ${summaryMost}`,
    more: [types, lately],
  });
}

const partOf: Readonly<Record<string, PaperPart>> = {
  AllergyIntolerance: 'allergies',
  MedicationRequest: 'medicines',
  MedicationStatement: 'medicines',
  Condition: 'problems',
  CarePlan: 'problems',
  Observation: 'results',
  DiagnosticReport: 'results',
  Immunization: 'vaccinations',
  Procedure: 'procedures',
  Encounter: 'visits',
};

/** The summary for a printer; taking it along leaves an access row. */
export async function getPaper(ctx: ContextOf<'resident'>, input: TakeInput): Promise<z.infer<typeof paperOutput>> {
  const scope = await openToTake(ctx, input);
  const [person, entries] = await Promise.all([findPerson(ctx, input.residentId), listSummary(ctx, scope)]);
  const of = (part: PaperPart) =>
    entries.filter((one) => (one.type === 'Condition' && isPast(one) ? 'past' : partOf[one.type]) === part);
  const parts = Object.fromEntries(paperParts.map((part) => [part, of(part)])) as Record<PaperPart, EntryView[]>;
  const { name, sex, birthDate, idMasked } = person;
  return { person: { name, sex, birthDate, idMasked }, parts, partly: scope.types !== null, asOf: ctx.clock.now() };
}

/** Whose record is carried away; only registered people have one to carry. */
export async function findPerson({ db }: Pick<Context, 'db'>, residentId: string): Promise<Person> {
  const person = (await findPeople(db.pool, [residentId])).get(residentId);
  if (!person) throw notFound('resident');
  return person;
}
