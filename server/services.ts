import { openDatabase } from '#db/client.ts';
import type { Env } from './env.ts';
import { systemClock } from './kernel/clock.ts';
import type { Services } from './kernel/context.ts';
import { systemIds } from './kernel/ids.ts';
import { createLog, inPieces } from './kernel/log.ts';
import { createSealing } from './kernel/sealing.ts';
import { createSmsGateway, demoSms, type SendSms } from './kernel/sms.ts';

/** What the embedded server writes on its database; demo mode works nowhere else. */
export const demoMark = 'huimin demo database';

/** Opens what a process needs. Throws if demo mode is asked for on a database that is not the demo's. */
export async function openServices(env: Env, process: string): Promise<Services> {
  const log = createLog(process, process === 'api' ? inPieces() : undefined);
  const db = openDatabase({
    url: env.DATABASE_URL,
    name: `huimin-${process}`,
    max: env.POOL_MAX,
    onError: (error) => log.warn({ err: { message: error.message } }, 'database connection lost'),
  });
  const demo = env.HUIMIN_DEMO === '1';
  if (demo && !(await isDemoDatabase(db))) {
    throw new Error('HUIMIN_DEMO=1 is refused: this database does not carry the mark of the embedded demo. Unset it.');
  }
  const sms = smsOf(env, demo, log);
  return { db, clock: systemClock, ids: systemIds, sealing: createSealing(env.HUIMIN_SECRET), log, sms, demo };
}

function smsOf(env: Env, demo: boolean, log: Services['log']): SendSms {
  if (env.HUIMIN_SMS_URL) return createSmsGateway(env.HUIMIN_SMS_URL, env.HUIMIN_SMS_TOKEN);
  if (demo) return demoSms(log);
  log.warn('HUIMIN_SMS_URL is not set: residents cannot be sent sign-in codes');
  return async () => ({ ok: false, reason: 'no SMS gateway is configured' });
}

async function isDemoDatabase(db: Services['db']): Promise<boolean> {
  const { rows } = await db.pool.query(
    `select shobj_description(oid, 'pg_database') as mark from pg_database where datname = current_database()`,
  );
  return rows[0]?.mark === demoMark;
}
