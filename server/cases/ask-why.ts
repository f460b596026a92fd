import type { z } from 'zod';
import { askAs } from '../kernel/acting.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { expectOwner } from '../residents/expect-owner.ts';
import { openCase } from './open-case.ts';
import { areaAbove } from './rules.ts';
import type { askWhyInput, askWhyOutput } from './schema.ts';

type Look = { kind: string; actorId: string; name: string; facilityId: string | null; at: Date };

/**
 * Asks why somebody looked: the officer of the looker's facility answers within a clock that the person sees, and for
 * an official the office above. Asking again about the same look changes nothing.
 */
export async function askWhy(
  ctx: ContextOf<'resident'>,
  { residentId, eventId, question }: z.infer<typeof askWhyInput>,
): Promise<z.infer<typeof askWhyOutput>> {
  await expectOwner(ctx, residentId);
  return transact(ctx.db, async (tx) => {
    const look = await askAs(tx, ctx, { asked: residentId }, () => findLook(tx, residentId, eventId));
    const at = look.facilityId ? { facilityId: look.facilityId } : { regionPath: await pathAbove(tx, look) };
    const about = { about: look.name, aboutAt: look.at, question };
    return openCase(tx, ctx, { residentId, kind: 'why', subjectId: eventId, ...about, at });
  });
}

async function findLook(tx: Tx, residentId: string, eventId: string): Promise<Look> {
  const { rows } = await tx.client.query<Look & { answered: boolean }>(
    `select e.actor_kind as kind, e.actor_id as "actorId", e.actor_name as name, e.facility_id as "facilityId", e.at,
       exists (select 1 from cases c where c.resident_id = e.resident_id and c.subject_id = e.id and c.stage = 'closed') as answered
     from access_events e where e.resident_id = $1 and e.id = $2`,
    [residentId, eventId],
  );
  const look = rows[0];
  if (!look) throw notFound('look');
  if (look.answered) throw refused('why-answered');
  if (look.kind !== 'staff' && look.kind !== 'official') throw refused('why-kin');
  return look;
}

/** The office above the one that the official works for. */
async function pathAbove(tx: Tx, { actorId }: Look): Promise<string> {
  const { rows: accounts } = await tx.client.query<{ code: string }>(
    'select region_code as code from accounts where id::text = $1',
    [actorId],
  );
  const { rows } = await tx.client.query<{ path: string }>('select path from regions where code = $1', [
    accounts[0]?.code,
  ]);
  if (!rows[0]) throw notFound('look');
  return areaAbove(rows[0].path);
}
