import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Services } from '../kernel/context.ts';

export type PartState = {
  state: 'ok' | 'down' | 'behind' | 'failing' | 'none';
  version: string | null;
  detail?: string;
};
export type Readiness = {
  /** ready: all parts; degraded: answers, but a part in the background is missing; not-ready: do not send requests. */
  status: 'ready' | 'degraded' | 'not-ready' | 'stopping';
  version: string;
  parts: Record<'database' | 'migrations' | 'web' | 'worker' | 'his', PartState>;
};
export type ReadinessOptions = {
  services: Services;
  webUrl: string;
  sandboxUrl?: string | undefined;
  stopping: () => boolean;
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const readJson = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const version: string = readJson('package.json').version;
const wanted: { when: number; tag: string }[] = readJson('db/migrations/meta/_journal.json').entries;

const down = (detail: string): PartState => ({ state: 'down', version: null, detail });
const message = (error: unknown) => (error instanceof Error ? error.message : 'failed');

/** Without these no request can be answered; a missing worker or hospital only delays what is queued. */
const needed = ['database', 'migrations', 'web'] as const;

/** Asks every part, at most once a second however often it is called. */
export function createReadiness(options: ReadinessOptions): () => Promise<Readiness> {
  let last: { at: number; answer: Promise<Readiness> } | undefined;
  return async () => {
    if (!last || performance.now() - last.at > 1000) last = { at: performance.now(), answer: ask(options) };
    const answer = await last.answer;
    return options.stopping() ? { ...answer, status: 'stopping' } : answer;
  };
}

async function ask({ services, webUrl, sandboxUrl }: ReadinessOptions): Promise<Readiness> {
  const [database, web] = await Promise.all([databasePart(services), webPart(webUrl)]);
  const unknown = down('the database does not answer');
  const [migrations, worker, his] =
    database.state === 'ok'
      ? await Promise.all([migrationsPart(services), workerPart(services), hisPart(services, sandboxUrl)])
      : [unknown, unknown, unknown];
  const parts = { database, migrations, web, worker, his };
  const blocked = needed.some((name) => parts[name].state !== 'ok');
  const whole = Object.values(parts).every((part) => part.state === 'ok' || part.state === 'none');
  return { status: blocked ? 'not-ready' : whole ? 'ready' : 'degraded', version, parts };
}

async function databasePart({ db }: Services): Promise<PartState> {
  try {
    const { rows } = await db.pool.query(`select current_setting('server_version') as version`);
    return { state: 'ok', version: rows[0].version };
  } catch (error) {
    return down(message(error));
  }
}

async function migrationsPart({ db }: Services): Promise<PartState> {
  try {
    const { rows } = await db.pool.query('select max(created_at)::float8 as at from drizzle.__drizzle_migrations');
    const newest = wanted.at(-1);
    const applied = wanted.findLast((entry) => entry.when <= Number(rows[0]?.at ?? 0))?.tag ?? null;
    if (applied === newest?.tag) return { state: 'ok', version: applied };
    return { state: 'behind', version: applied, detail: `${newest?.tag} is not applied: npm run db:migrate` };
  } catch (error) {
    return { state: 'behind', version: null, detail: message(error) };
  }
}

/** Any answer counts; a missing static file is the cheapest one Next gives. */
async function webPart(webUrl: string): Promise<PartState> {
  try {
    const answer = await fetch(`${webUrl}/_next/static/alive`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(3000),
    });
    await answer.body?.cancel();
    const build = join(root, '.next', 'BUILD_ID');
    return answer.status < 500
      ? { state: 'ok', version: existsSync(build) ? readFileSync(build, 'utf8').trim() : null }
      : down(`answers ${answer.status}`);
  } catch (error) {
    return down(message(error));
  }
}

/** The worker keeps one connection that says it lives, every five seconds (see worker.ts). */
async function workerPart({ db }: Services): Promise<PartState> {
  const { rows } = await db.pool.query(
    `select application_name as name, extract(epoch from now() - state_change)::float8 as age
     from pg_stat_activity where application_name like 'huimin-worker-beat %' order by state_change desc nulls last limit 1`,
  );
  const beat = rows[0];
  if (!beat) return down('no worker is connected');
  const beatVersion = beat.name.split(' ')[1] ?? null;
  if (beat.age !== null && beat.age > 20) return { state: 'down', version: beatVersion, detail: 'no sign of life' };
  return { state: 'ok', version: beatVersion };
}

async function hisPart({ db }: Services, sandboxUrl: string | undefined): Promise<PartState> {
  try {
    const { rows } = await db.pool.query(
      `select count(*) filter (where enabled)::int as all, count(*) filter (where enabled and state = 'ok')::int as ok,
              count(*) filter (where enabled and state = 'failing')::int as failing from his_endpoints`,
    );
    const { all, ok, failing } = rows[0];
    if (sandboxUrl && !(await isReachable(sandboxUrl)))
      return { ...down('the sandbox hospitals do not answer'), version: 'FHIR 4.0.1' };
    if (all === 0) return { state: 'none', version: null, detail: 'no hospital is connected' };
    return {
      state: failing === all ? 'failing' : 'ok',
      version: 'FHIR 4.0.1',
      detail: `${ok} of ${all} in order, ${failing} failing`,
    };
  } catch (error) {
    return down(message(error));
  }
}

async function isReachable(url: string): Promise<boolean> {
  try {
    await (await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(2000) })).body?.cancel();
    return true;
  } catch {
    return false;
  }
}
