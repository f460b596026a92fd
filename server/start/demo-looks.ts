import { recordAccess } from '../access/record-access.ts';
import { answerCase } from '../cases/answer-case.ts';
import { askWhy } from '../cases/ask-why.ts';
import { escalateCases } from '../cases/escalate-cases.ts';
import { breakGlass } from '../consents/break-glass.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { type Base, facilityId, staffOf, withDemo } from './demo-house.ts';

/** 周素珍 of the sample accounts, an elder of the county. */
const phone = '13800000003';
type Person = ContextOf<'resident'>['actor'] & { residentId: string };
const dayMs = 86_400_000;

/**
 * What was looked at in the record of an elder of the county, and what came of it: an emergency that was looked into,
 * one that nobody answered in time, and a question that waits. Once in the life of a demo.
 */
export const openDemoLooks = (url: string, secret: string, clock: Clock = systemClock): Promise<boolean> =>
  withDemo({ url, secret, clock, part: 'demo-looks' }, async (base) => {
    const known = await base.db.pool.query('select 1 from glass_openings limit 1');
    const person = await findPerson(base);
    if (known.rowCount || !person) return false;
    const daysAgo = (days: number): Base => ({
      ...base,
      clock: { now: () => new Date(clock.now().getTime() - days * dayMs) },
    });
    await openAndAnswer(daysAgo, person);
    await openAndLeave(daysAgo, person);
    await askAbout(daysAgo, person);
    await escalateCases({ ...base, actor: { kind: 'system', job: 'demo-looks' } });
    return true;
  });

type At = (days: number) => Base;
const emergency = { cause: 'unconscious', reason: '120 送来，意识不清，需要了解过敏和在用药物。' } as const;

async function openAndAnswer(at: At, { residentId }: Person): Promise<void> {
  const doctor = { ...at(40), channel: 'desk', actor: await staffOf(at(40), 'doctor') } as const;
  await breakGlass(doctor, { residentId, ...emergency });
  await recordAccess(doctor, [residentId], 'record', 'glass');
  const { rows } = await at(39).db.pool.query<{ id: string }>(
    `select id from cases where resident_id = $1 and kind = 'glass' and stage = 'facility'`,
    [residentId],
  );
  const officer = { ...at(39), actor: await staffOf(at(39), 'privacy_officer') };
  await answerCase(officer, {
    ...{ residentId, caseId: rows[0]?.id ?? '', outcome: 'justified' },
    answer: '急诊病历显示当晚 21:40 由救护车送到，意识不清，查看过敏和用药是抢救需要。',
  });
}

async function openAndLeave(at: At, { residentId }: Person): Promise<void> {
  const doctor = { ...at(9), channel: 'desk', actor: await staffOf(at(9), 'doctor') } as const;
  await breakGlass(doctor, { residentId, cause: 'transfer', reason: '乡镇卫生院急诊转入，未带病历，核对既往病史。' });
  await recordAccess(doctor, [residentId], 'record', 'glass');
}

async function askAbout(at: At, person: Person): Promise<void> {
  const desk = { ...at(2), actor: await staffOf(at(2), 'desk') };
  await recordAccess(desk, [person.residentId], 'appointment', 'shown-code');
  const { rows } = await desk.db.pool.query<{ id: string }>(
    `select id from access_events where resident_id = $1 and facility_id = $2 and what = 'appointment' order by at desc limit 1`,
    [person.residentId, facilityId],
  );
  await askWhy(
    { ...at(1), actor: person },
    {
      residentId: person.residentId,
      eventId: rows[0]?.id ?? '',
      question: '那天我没有到医院去，为什么导医台查了我的预约？',
    },
  );
}

async function findPerson({ db, sealing }: Base): Promise<Person | null> {
  const { rows } = await db.pool.query<{ accountId: string; residentId: string; name: string }>(
    `select id as "accountId", resident_id as "residentId", display_name as name from accounts where phone_hash = $1`,
    [sealing.hash('phone', phone)],
  );
  return rows[0] ? { kind: 'resident', ...rows[0] } : null;
}
