import { type MintedResident, mintFacility, mintResident } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { keepExactText } from '#fhir/client/exact-text.ts';
import { sandboxVisits } from '#fhir/documents/testing/sample.ts';
import { startSession } from '../../access/start-session.ts';
import { readRecord } from '../../his-sync/read-record.ts';
import { cookieOf } from '../../http/testing/api-process.ts';
import { systemActor, testContext } from '../../kernel/test-context.ts';
import { transact } from '../../kernel/transaction.ts';
import { takeIn } from '../../records/take-in.ts';
import { secret, serveTake } from './serve-take.ts';

/** A person whose record holds a visit for every illness the sandbox knows, and the route that hands it out. */
export async function takeHouse() {
  const db = await openTestDatabase();
  const { facilityId } = await mintFacility(db, { name: '档案医院' });
  const person = await mintResident(db);
  const ctx = testContext(db, systemActor());
  const visits = sandboxVisits();
  const told = visits.map(({ body }) => {
    const resource = JSON.parse(body);
    keepExactText(resource, body);
    return readRecord(resource, new Map()).told;
  });
  await transact(db, (tx) => takeIn(tx, ctx, facilityId, told, new Map([['p1', person.residentId]])));
  const { url, close } = await serveTake(ctx);
  const cookieFor = (who: MintedResident) => signIn(db, who);
  const take = async (query: string, headers: Record<string, string> = {}, who = person) =>
    fetch(`${url}/fhir/take/${person.residentId}?${query}`, {
      headers: { cookie: await cookieFor(who), ...headers },
      redirect: 'manual',
    });
  return { db, person, facilityId, visits, url, cookieFor, take, close };
}
export type TakeHouse = Awaited<ReturnType<typeof takeHouse>>;

async function signIn(db: TestDatabase, { accountId }: MintedResident): Promise<string> {
  const { sid } = await transact(db, (tx) => startSession(tx, testContext(db, systemActor()), accountId, 'resident'));
  return cookieOf(sid, secret);
}
