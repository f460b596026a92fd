import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { isCluster } from '#db/cluster.ts';
import { roles } from '#db/row-security/roles.ts';
import type { Actor, Context } from './context.ts';
import { inOneTrip, onClient, settled, type Tx } from './transaction.ts';

/** What a transaction tells the database of its question, besides who asks. What is left out opens nothing. */
export type Asking = {
  /** The one person whom it is about; left out by residents: all for whom they act. */
  asked?: string;
  /** For staff and officials: whom a ground opens to them. Residents' people are found by the database itself. */
  people?: readonly string[];
  /** Topics that are open; everything where the actor decides about the person. */
  topics?: readonly string[];
  /** Hash of a typed share code. */
  code?: string;
};

type Acting = Pick<Context, 'db' | 'actor'>;
export type Client = Pick<PoolClient, 'query'>;

/**
 * Asks in a transaction of its own as the role of the actor: the database then gives only rows that its policies open
 * to it (db/row-security), whatever the statements say. Jobs and hospitals are the platform itself.
 */
export async function readAs<T>(ctx: Acting, asking: Asking, work: (db: Client) => Promise<T>): Promise<T> {
  const role = await roleOf(ctx);
  if (role === null) return work(ctx.db.pool as Client);
  return onClient(ctx.db, async ({ client }) => {
    const [, done] = await settled<[string, T]>([become(client, role, ctx.actor, asking), work(client)]);
    return done;
  });
}

/** `readAs` of one statement that changes nothing, in one round trip. */
export async function readOneAs<Row extends QueryResultRow>(
  ctx: Acting,
  asking: Asking,
  query: QueryConfig,
): Promise<Row[]> {
  const role = await roleOf(ctx);
  if (role === null) return (await ctx.db.pool.query<Row>(query)).rows;
  const [, answer] = await inOneTrip<[string, QueryResult<Row>]>(ctx.db, (client) => [
    become(client, role, ctx.actor, asking),
    client.query<Row>(query),
  ]);
  return answer.rows;
}

/** Asks as the role of the actor within a transaction that goes on as the platform. */
export async function askAs<T>(tx: Tx, ctx: Acting, asking: Asking, work: () => Promise<T>): Promise<T> {
  const role = await roleOf(ctx);
  if (role === null) return work();
  const before = await become(tx.client, role, ctx.actor, asking);
  const done = await work(); // if it fails, role and settings end with the transaction
  await tx.client.query({ name: 'be-again', text: `select set_config('role', $1, true)`, values: [before] });
  return done;
}

/** Null for the platform itself, and where the tables lie on many nodes (decision 0027). */
async function roleOf({ db, actor }: Acting): Promise<string | null> {
  switch (actor.kind) {
    case 'resident':
    case 'staff':
    case 'official':
      return (await isCluster(db)) ? null : roles[actor.kind];
    case 'his':
    case 'system':
      return null;
    case 'anonymous':
      throw new Error('nobody reads a person’s data without signing in');
  }
}

const settings = `select current_setting('role') as before, set_config('huimin.account', $2, true),
  set_config('huimin.facility', $3, true), set_config('huimin.region', $4, true), set_config('huimin.asked', $5, true),
  set_config('huimin.topics', $6, true), set_config('huimin.code', $7, true), set_config('huimin.duties', $9, true),`;
const link = `select member_id from family_links where resident_id = $8::uuid and ended_at is null`;
const reach = (links: string) => `(select coalesce(array_agg(id), '{}')::text
  from (select $8::uuid as id union ${links}) r where id is not null and ($5 = '' or id = nullif($5, '')::uuid))`;
/** Whom a resident acts for, by links in force: found by the database, whatever the procedure found. */
const ofResident = `${settings} set_config('huimin.self', coalesce($8::uuid::text, ''), true),
  set_config('huimin.people', ${reach(link)}, true),
  set_config('huimin.own', ${reach(`${link} and proof = 'guardian_declaration'`)}, true), set_config('role', $1, true)`;
const ofOthers = `${settings} set_config('huimin.people', $8, true),
  set_config('huimin.own', '', true), set_config('huimin.self', '', true),
  set_config('role', $1, true)`;

/** Takes the role and all settings until the transaction ends; gives the role that it was. */
async function become(client: Client, role: string, actor: Actor, asking: Asking): Promise<string> {
  const { asked = '', people = [], topics = [], code = '' } = asking;
  const resident = actor.kind === 'resident';
  const { rows } = await client.query<{ before: string }>({
    name: resident ? 'become-resident' : 'become-other',
    text: resident ? ofResident : ofOthers,
    values: [
      ...[role, 'accountId' in actor ? actor.accountId : '', actor.kind === 'staff' ? actor.facilityId : ''],
      ...[actor.kind === 'official' ? actor.regionPath : '', asked, listOf(topics), code],
      ...[resident ? actor.residentId : listOf(people), actor.kind === 'staff' ? listOf(actor.roles) : ''],
    ],
  });
  return rows[0]?.before ?? 'none';
}

const listOf = (values: readonly string[]): string => `{${values.join(',')}}`;
