import type { Database } from './client.ts';

const answers = new WeakMap<Database, Promise<boolean>>();

/** Whether the tables lie on several nodes (Citus): then a statement is for one facility or one person. Asked once. */
export function isCluster(db: Database): Promise<boolean> {
  let answer = answers.get(db);
  if (!answer) {
    answer = db.pool.query(`select 1 from pg_extension where extname = 'citus'`).then((found) => found.rowCount === 1);
    answer.catch(() => answers.delete(db)); // the next one asks again
    answers.set(db, answer);
  }
  return answer;
}
