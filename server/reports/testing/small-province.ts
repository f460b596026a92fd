import { randomInt, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { appointments } from '#db/schema/booking.ts';
import { facilities, regions } from '#db/schema/facilities.ts';
import { tickets } from '#db/schema/schedules.ts';
import { type MintedFacility, type MintedSession, mintFacility, mintResident } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { testContext } from '../../kernel/test-context.ts';

export type Place = { code: string; path: string; level: number };
export type World = { province: Place; counties: [Place, Place]; hospital: MintedFacility; neighbour: MintedFacility };
const newCode = () => `8${String(randomInt(1e11)).padStart(11, '0')}`;

/** A small province of its own: one city, two counties, a hospital in each. */
export async function mintWorld(db: TestDatabase): Promise<World> {
  const place = async (level: number, parent: Place | null): Promise<Place> => {
    const code = newCode();
    const path = `${parent?.path ?? ''}${code}/`;
    await db.orm.insert(regions).values({ code, parentCode: parent?.code ?? null, level, name: `区划${code}`, path });
    return { code, path, level };
  };
  const province = await place(1, null);
  const city = await place(2, province);
  const counties: [Place, Place] = [await place(3, city), await place(3, city)];
  const hospitalIn = async (county: Place) => {
    const minted = await mintFacility(db);
    await db.orm
      .update(facilities)
      .set({ regionCode: county.code, regionPath: county.path })
      .where(eq(facilities.id, minted.facilityId));
    return minted;
  };
  return { province, counties, hospital: await hospitalIn(counties[0]), neighbour: await hospitalIn(counties[1]) };
}

const officialOf = (place: Place) =>
  ({
    kind: 'official',
    accountId: randomUUID(),
    regionCode: place.code,
    regionPath: place.path,
    level: place.level,
    name: '试',
  }) as const;
/** A request of an official who oversees `place`. */
export const contextOf = (db: TestDatabase, place: Place) => testContext(db, officialOf(place));

export async function take(
  db: TestDatabase,
  session: MintedSession,
  number: number,
  over: Partial<typeof appointments.$inferInsert> = {},
) {
  const person = await mintResident(db, '张小丰');
  const id = randomUUID();
  const code = `T${String(randomInt(1e7)).padStart(7, '0')}`;
  await db.orm.insert(appointments).values({
    facilityId: session.facilityId,
    id,
    sessionId: session.sessionId,
    ticketNumber: number,
    residentId: person.residentId,
    accountId: person.accountId,
    channel: 'web',
    status: 'booked',
    code,
    feeFen: 1000,
    cancelBy: session.startsAt,
    ...over,
  });
  await db.orm
    .update(tickets)
    .set({ status: 'booked', takenBy: 'platform' })
    .where(eq(tickets.sessionId, session.sessionId));
  return { id, code, ...person };
}
