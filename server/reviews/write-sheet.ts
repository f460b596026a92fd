import { regionDay } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { openToReview } from '../records/open-to-review.ts';
import { readRecord, visible } from '../records/visible.ts';
import { daysBetween, type Known, scrub, toldBirthYear } from './deidentify.ts';
import { findSubject } from './find-subject.ts';
import { type SampleKind, sampleKinds } from './schema/words.ts';
import type { Sheet, SheetLine } from './schema.ts';

type Reads = Pick<Context, 'db' | 'clock' | 'actor'>;
/** Of which visit or paper, at which hospital, and since when that hospital sends. */
export type SheetWish = { residentId: string; entryId: string; facilityId: string; since: Date };
/** `readAt`: by our clock, before anything was read; what comes later is news. */
export type Written = { sheet: Sheet; entries: string[]; sourceId: string; happenedAt: Date; readAt: Date };

type Reading = { title: string; value: string; unit: string; flag: string };
type Row = {
  id: string;
  type: string;
  sourceId: string;
  sourcePatient: string;
  startsAt: Date | null;
  endsAt: Date | null;
  status: string;
  code: string;
  title: string;
  version: number;
  arrivedAt: Date;
  findings: string[];
  gap: string;
  facts: {
    reading?: Reading;
    parts?: Reading[];
    results?: string[];
    visitKind?: string;
    department?: string;
    contentType?: string;
    reason?: string;
    dose?: string;
    reaction?: string;
    conclusion?: string;
  };
};

const linesMost = 200;

/** The visit or paper as it reads now, without whose it is; null where the person takes no part or it is gone. */
export async function writeSheet(ctx: Reads, wish: SheetWish, as: 'review' | 'research'): Promise<Written | null> {
  const readAt = ctx.clock.now();
  const scope = await openToReview(ctx, wish.residentId, as);
  if (!scope) return null;
  const rows = await readRecord<Row>(ctx, scope, {
    name: 'read-review-entries',
    text: `select e.id, e.type, e.source_id as "sourceId", e.source_patient as "sourcePatient", e.starts_at as "startsAt",
             e.ends_at as "endsAt", e.status, e.code, e.title, e.version, e.findings, e.gap, e.facts,
             coalesce((select min(h.updated_at) from record_history h where h.resident_id = e.resident_id and h.id = e.id),
               e.updated_at) as "arrivedAt"
           from record_entries e where ${visible} and e.facility_id = $6 and (e.id = $7 or e.encounter_id = $7) and not e.deleted
             and e.status <> 'entered-in-error' order by e.id <> $7, e.type, e.starts_at nulls last, e.id limit ${linesMost}`,
    more: [wish.facilityId, wish.entryId],
  });
  const head = rows[0];
  if (head?.id !== wish.entryId || !head.startsAt) return null;
  const subject = await findSubject(ctx, wish, head.sourcePatient);
  const base = new Date(Math.max((head.endsAt ?? head.startsAt).getTime(), wish.since.getTime()));
  const sheet: Sheet = {
    ...{ kind: kindOf(head), month: regionDay(head.startsAt).slice(0, 7), sex: subject.sex, county: subject.county },
    birthYear: toldBirthYear(subject.birthDate, regionDay(readAt)),
    department: scrub(head.facts.department ?? '', subject),
    ended: head.type === 'Encounter' && head.status === 'finished' ? head.endsAt !== null : null,
    lines: rows.map((row) => toLine(row, head.startsAt ?? base, base, subject)),
  };
  return { sheet, entries: rows.map((row) => row.id), sourceId: head.sourceId, happenedAt: head.startsAt, readAt };
}

function kindOf({ type, facts }: Row): Sheet['kind'] {
  if (type === 'DiagnosticReport') return 'report';
  if (type === 'DocumentReference') return 'document';
  return sampleKinds.find((kind): kind is SampleKind => kind === facts.visitKind) ?? 'other';
}

function toLine(row: Row, visitAt: Date, base: Date, known: Known): SheetLine {
  const { facts } = row;
  const readings = [...(facts.reading ? [facts.reading] : []), ...(facts.parts ?? [])];
  const free = [facts.reason, facts.dose, facts.reaction, facts.conclusion].map((one) => [...(one ?? '')].length);
  return {
    ...{
      type: row.type,
      status: row.status,
      code: row.code.slice(0, 120),
      version: row.version,
      findings: row.findings,
    },
    day: row.startsAt ? daysBetween(visitAt, row.startsAt) : null,
    title: scrub(row.title, known),
    readings: readings.map((one) => toReading(one, known)),
    parts: facts.results?.length ?? (facts.contentType ? 1 : 0),
    kept: free.reduce((sum, n) => sum + n, 0),
    // what lies in the stay's own time is not late before its end
    arrival: Math.max(0, daysBetween(base, row.arrivedAt)),
    gap: row.gap !== '',
  };
}

/** A measurement as it is; a value in words only where it is as short as a result is. */
const toReading = ({ title, value, unit, flag }: Reading, known: Known): Reading => ({
  ...{ title: scrub(title, known), unit: unit.slice(0, 20), flag },
  value: [...value].length > 20 ? '…' : scrub(value, known),
});
