import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { accounts } from '#db/schema/access.ts';
import {
  departmentCatalog,
  departments,
  facilities,
  practitionerRoles,
  practitioners,
  regions,
} from '#db/schema/facilities.ts';
import { residents } from '#db/schema/residents.ts';
import { sessions, tickets } from '#db/schema/schedules.ts';
import type { Database } from '../client.ts';

/** Each suite mints its own facility and people, so that suites keep apart even in one shared database. */
const token = () => randomBytes(5).toString('hex').toUpperCase();
const digits = (n: number) => Array.from({ length: n }, () => randomInt(10)).join('');

export type MintedFacility = {
  facilityId: string;
  departmentId: string;
  practitionerId: string;
  regionCode: string;
  regionPath: string;
  catalogCode: string;
};

export type FacilityWishes = { authority?: 'granted' | 'confirmed'; name?: string };

/** A bookable hospital in a region of its own, with one department and one expert. */
export async function mintFacility(db: Database, wishes: FacilityWishes = {}): Promise<MintedFacility> {
  const mark = token();
  const facilityId = `X${mark}`;
  const regionCode = `9${digits(11)}`;
  const regionPath = `${regionCode}/`;
  const catalogCode = `9${digits(8)}`;
  const departmentId = `${facilityId}:${catalogCode}`;
  const practitionerId = `P${mark}`;
  await db.orm.insert(regions).values({ code: regionCode, level: 3, name: `测试县${mark}`, path: regionPath });
  await db.orm.insert(facilities).values({
    id: facilityId,
    name: wishes.name ?? `测试医院${mark}`,
    kind: 'hospital',
    level: 3,
    regionCode,
    regionPath,
    bookable: true,
    authority: wishes.authority ?? 'granted',
    address: '测试路1号',
  });
  await db.orm.insert(departmentCatalog).values({ code: catalogCode, name: '内科' });
  await db.orm
    .insert(departments)
    .values({ id: departmentId, facilityId, catalogCode, name: '内科', place: '门诊楼2层' });
  await db.orm.insert(practitioners).values({ id: practitionerId, name: '周明', title: '主任医师' });
  await db.orm.insert(practitionerRoles).values({ practitionerId, departmentId, facilityId });
  return { facilityId, departmentId, practitionerId, regionCode, regionPath, catalogCode };
}

/** Another doctor of the same department. */
export async function mintPractitioner(db: Database, facility: MintedFacility, title = '副主任医师'): Promise<string> {
  const practitionerId = `P${token()}`;
  await db.orm.insert(practitioners).values({ id: practitionerId, name: '陈晓', title });
  await db.orm
    .insert(practitionerRoles)
    .values({ practitionerId, departmentId: facility.departmentId, facilityId: facility.facilityId });
  return practitionerId;
}

export type SessionWishes = {
  capacity?: number;
  /** Left out: tomorrow 09:00 in the region. */
  startsAt?: Date;
  /** Left out: three hours after the start. */
  endsAt?: Date;
  numberType?: 'ordinary' | 'expert' | 'special';
  windowMinutes?: number;
  status?: 'draft' | 'published' | 'halted' | 'suspended' | 'ended';
  practitionerId?: string | null;
  departmentId?: string;
  pool?: 'public' | 'desk' | 'referral' | 'extra';
  feeFen?: number;
  releaseAt?: Date;
  closeAt?: Date;
};
export type MintedSession = { facilityId: string; sessionId: string; date: string; startsAt: Date; endsAt: Date };

const dayOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
const tomorrowAtNine = () => new Date(`${dayOf(new Date(Date.now() + 86_400_000))}T09:00:00+08:00`);

/** A published session that can be booked at this moment, with its tickets spread over windows. */
export async function mintSession(
  db: Database,
  facility: Pick<MintedFacility, 'facilityId' | 'departmentId' | 'practitionerId'>,
  wishes: SessionWishes = {},
): Promise<MintedSession> {
  const { capacity = 4, startsAt = tomorrowAtNine(), numberType = 'ordinary', windowMinutes = 30 } = wishes;
  const endsAt = wishes.endsAt ?? new Date(startsAt.getTime() + 3 * 3_600_000);
  const sessionId = randomUUID();
  const { facilityId } = facility;
  const hour = new Date(startsAt.getTime() + 8 * 3_600_000).getUTCHours();
  await db.orm.insert(sessions).values({
    facilityId,
    id: sessionId,
    departmentId: wishes.departmentId ?? facility.departmentId,
    practitionerId:
      wishes.practitionerId !== undefined
        ? wishes.practitionerId
        : numberType === 'ordinary'
          ? null
          : facility.practitionerId,
    date: dayOf(startsAt),
    halfDay: hour < 12 ? 'am' : hour < 18 ? 'pm' : 'evening',
    startsAt,
    endsAt,
    numberType,
    feeFen: wishes.feeFen ?? 1000,
    status: wishes.status ?? 'published',
    releaseAt: wishes.releaseAt ?? new Date(Date.now() - 3_600_000),
    closeAt: wishes.closeAt ?? new Date(endsAt.getTime() - 30 * 60_000),
    released: capacity,
  });
  const windows = Math.max(1, Math.floor((endsAt.getTime() - startsAt.getTime()) / (windowMinutes * 60_000)));
  const rows = Array.from({ length: capacity }, (_, i) => {
    const windowStart = new Date(startsAt.getTime() + Math.floor((i * windows) / capacity) * windowMinutes * 60_000);
    const windowEnd = new Date(windowStart.getTime() + windowMinutes * 60_000);
    return { facilityId, sessionId, number: i + 1, windowStart, windowEnd, pool: wishes.pool ?? ('public' as const) };
  });
  if (rows.length > 0) await db.orm.insert(tickets).values(rows);
  return { facilityId, sessionId, date: dayOf(startsAt), startsAt, endsAt };
}

export type MintedResident = { residentId: string; accountId: string; name: string };

/** A person registered under the real name, with an account of their own. */
export async function mintResident(db: Database, name = '测试居民'): Promise<MintedResident> {
  const residentId = randomUUID();
  const accountId = randomUUID();
  await db.orm.insert(residents).values({
    id: residentId,
    name,
    sex: 'female',
    birthDate: '1990-01-01',
    idMasked: '5190**********0000',
    phoneMasked: '138****0000',
    verifiedAt: new Date(),
    sample: true,
  });
  await db.orm
    .insert(accounts)
    .values({ id: accountId, kind: 'resident', displayName: name, residentId, phoneHash: token() + token() });
  return { residentId, accountId, name };
}

/** An account of a facility's staff; the roles are those of `accounts.roles`. */
export async function mintStaff(db: Database, facilityId: string, roles: string[]): Promise<{ accountId: string }> {
  const accountId = randomUUID();
  await db.orm.insert(accounts).values({
    id: accountId,
    kind: 'staff',
    displayName: '测试员工',
    login: `x.${token().toLowerCase()}`,
    facilityId,
    roles,
  });
  return { accountId };
}
