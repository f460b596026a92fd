import pg from 'pg';
import { distribution } from './distribution.ts';
import { planDistribution, type Step } from './distribution-plan.ts';
import { checkDistribution, readCatalog } from './distribution-rules.ts';
import * as schema from './schema/all.ts';

const help = `Spreads the tables over a Citus cluster, as db/distribution.ts says. Repeating it is harmless.
  npm run db:distribute                 on the server that DATABASE_URL names
  npm run db:distribute -- --dry-run    only prints the statements; needs no server`;

/** Tables already in place, and foreign keys that are there. */
type Standing = { placed: Set<string>; keys: Set<string> };

async function readStanding(client: pg.Client): Promise<Standing> {
  // 'h' is hash-distributed, 'n' with replication model 't' a reference table; Citus local tables still move
  const placed = await client.query(
    `select c.relname::text as name from pg_dist_partition p join pg_class c on c.oid = p.logicalrelid
     where c.relnamespace = 'public'::regnamespace and (p.partmethod = 'h' or (p.partmethod = 'n' and p.repmodel = 't'))`,
  );
  const keys = await client.query(
    `select conname::text as name from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  return { placed: new Set(placed.rows.map((r) => r.name)), keys: new Set(keys.rows.map((r) => r.name)) };
}

/** What is left to do: after an interruption the keys that had stepped aside come back too. */
export function remainingSteps(plan: Step[], standing: Standing): Step[] {
  const places = plan.filter((step) => step.kind === 'place' && !standing.placed.has(step.table));
  const drops =
    places.length > 0 ? plan.filter((step) => step.kind === 'drop-key' && standing.keys.has(step.name)) : [];
  const dropped = new Set(drops.map((step) => step.name));
  const adds = plan.filter(
    (step) => step.kind === 'add-key' && (dropped.has(step.name) || !standing.keys.has(step.name)),
  );
  const prepares = places.length > 0 ? plan.filter((step) => step.kind === 'prepare') : [];
  return [...prepares, ...drops, ...places, ...adds];
}

/** Whether nodes could call the coordinator by the name that DATABASE_URL has for it. */
export function isReachable(host: string, workers: string[]): boolean {
  const loopback = (name: string) => name === '' || /^(localhost$|127\.|\[?::1\]?$)/.test(name);
  return !loopback(host) || workers.every(loopback);
}

/** The coordinator in its own node list: local tables then join reference tables in one step. False when its name is not known. */
async function listCoordinator(client: pg.Client, host: string): Promise<boolean> {
  const { rows } = await client.query<{ name: string; groupid: number }>(
    'select nodename as name, groupid from pg_dist_node',
  );
  if (rows.some((node) => node.groupid === 0)) return true;
  const workers = rows.map((node) => node.name);
  if (!isReachable(host, workers)) return false;
  await client.query(`select citus_set_coordinator_host($1, current_setting('port')::int)`, [host || 'localhost']);
  return true;
}

async function distribute(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, application_name: 'huimin-distribute' });
  await client.connect();
  try {
    const citus = await client.query(`select extversion as version from pg_extension where extname = 'citus'`);
    if (citus.rows.length === 0) {
      console.error('This server has no Citus extension: one node needs no distribution, and nothing was changed.');
      console.error('On a cluster, run "create extension citus" on every node first; see https://docs.citusdata.com.');
      return 3;
    }
    const faults = checkDistribution(await readCatalog(client), distribution);
    if (faults.length > 0) {
      console.error(`The schema does not keep to its axes; nothing was changed:\n  ${faults.join('\n  ')}`);
      return 4;
    }
    if (!(await listCoordinator(client, new URL(url).hostname))) {
      console.error('The coordinator is not in its own node list, and the workers cannot reach it by a loopback name.');
      console.error(`Run on it: select citus_set_coordinator_host('<its host name>')`);
      return 5;
    }
    const steps = remainingSteps(planDistribution(schema, distribution), await readStanding(client));
    for (const [i, step] of steps.entries()) {
      console.log(`${i + 1}/${steps.length} ${step.sql}`);
      await client.query(step.sql);
    }
    console.log(steps.length > 0 ? 'The tables are distributed.' : 'Every table is in place; nothing was changed.');
    return 0;
  } finally {
    await client.end();
  }
}

async function main(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(help);
    return 0;
  }
  if (args.includes('--dry-run')) {
    console.log('-- For a Citus coordinator, after the migrations. Foreign keys step aside and come back at the end.');
    for (const step of planDistribution(schema, distribution)) console.log(`${step.sql};`);
    return 0;
  }
  const url = process.env.DATABASE_URL;
  if (!url) {
    console.error(`DATABASE_URL is not set.\n${help}`);
    return 2;
  }
  return distribute(url);
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
