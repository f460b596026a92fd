import type { z } from 'zod';
import { type Client, readAs } from '../kernel/acting.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { expectOwner } from '../residents/expect-owner.ts';
import { findRights } from './find-rights.ts';
import { accessRulesOn, isGiven, openByDefault, type Rights, textVersions } from './rules.ts';
import {
  type denialView,
  purposes,
  type settingsOutput,
  type shareCodeView,
  topics,
  type whoseInput,
} from './schema.ts';
import { isForGuardian } from './set-consent.ts';

type Settings = z.infer<typeof settingsOutput>;

/** Who may see what of a record: every purpose and topic with what holds, what is kept back, and codes in force. */
export async function getSettings(
  ctx: ContextOf<'resident'>,
  { residentId }: z.infer<typeof whoseInput>,
): Promise<Settings> {
  const { guardian } = await expectOwner(ctx, residentId);
  const asOf = ctx.clock.now();
  const { rights, decided, denials, codes } = await readAs(ctx, { asked: residentId, topics }, async (db) => ({
    rights: await findRights(db, residentId),
    decided: await findDecided(db, residentId),
    denials: await listDenials(db, residentId),
    codes: await listCodes(db, residentId, asOf),
  }));
  const { shareHours, encounterDays, glassHours } = accessRulesOn(regionDay(asOf));
  const choices = choicesOf(rights, decided, guardian);
  return { choices, denials, codes, shareHours: [...shareHours], encounterDays, glassHours, asOf };
}

function choicesOf(rights: Rights, decided: Map<string, Date>, guardian: boolean): Settings['choices'] {
  return purposes.flatMap((purpose) =>
    // a centre of the area never sees what is guarded
    topics
      .filter((topic) => topic === 'general' || purpose !== 'area')
      .map((topic) => ({
        purpose,
        topic,
        given: isGiven(rights, purpose, topic, openByDefault(purpose, topic)),
        decidedAt: decided.get(`${purpose} ${topic}`) ?? null,
        textVersion: textVersions[purpose],
        fixed: guardian && isForGuardian(purpose, topic),
      })),
  );
}

async function findDecided(db: Client, residentId: string): Promise<Map<string, Date>> {
  const { rows } = await db.query<{ key: string; at: Date }>({
    name: 'when-consents-were-decided',
    text: `select purpose || ' ' || topic as key, max(at) as at from consents where resident_id = $1 group by purpose, topic`,
    values: [residentId],
  });
  return new Map(rows.map((row) => [row.key, row.at]));
}

async function listDenials(db: Client, residentId: string): Promise<z.infer<typeof denialView>[]> {
  const { rows } = await db.query<z.infer<typeof denialView>>({
    name: 'list-denials',
    text: `select d.id, d.kind, d.entry_id as "entryId", d.facility_id as "facilityId", f.name as "facilityName",
             d.worker_name as "workerName", e.title as "entryTitle", d.created_at as "createdAt"
           from denials d left join facilities f on f.id = d.facility_id
           left join record_entries e on e.resident_id = d.resident_id and e.id = d.entry_id
           where d.resident_id = $1 and d.ended_at is null order by d.created_at desc, d.id limit 200`,
    values: [residentId],
  });
  return rows;
}

async function listCodes(db: Client, residentId: string, now: Date): Promise<z.infer<typeof shareCodeView>[]> {
  const { rows } = await db.query<z.infer<typeof shareCodeView>>({
    name: 'list-share-codes',
    text: `select s.id, s.created_at as "createdAt", s.until,
             (select count(*)::int from share_uses u where u.resident_id = s.resident_id and u.code_id = s.id) as uses
           from share_codes s where s.resident_id = $1 and s.until > $2 and s.ended_at is null order by s.until limit 50`,
    values: [residentId, now],
  });
  return rows;
}
