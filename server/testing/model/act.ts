import type { Database } from '#db/client.ts';
import { Fault } from '../../kernel/errors.ts';
import { isConnectionLoss } from '../../kernel/transaction.ts';
import type { Answer } from './answer.ts';
import type { Slack } from './book.ts';
import { type Intercept, interceptedDatabase, type Line, lineOf } from './intercept.ts';
import type { Appointment, Ledger } from './ledger.ts';
import type { World } from './world.ts';

/** One thing that somebody does, with what may follow from it. */
export type Act = {
  /** How it reads in a counter-example. */
  text: string;
  /** Does it, as a process of its own with this database. */
  run: (world: World, db: Database) => Promise<Answer>;
  /** How it is asked again where no answer came; left out, like the first time. */
  retry?: (world: World, db: Database) => Promise<Answer>;
  /** Every state that may follow when it was answered so; none if the answer is wrong. */
  next: (before: Ledger, answer: Answer, slack: Slack) => Ledger[];
  /** The same when an earlier attempt went through but its answer was lost; left out where that makes no difference. */
  again?: (before: Ledger, answer: Answer, slack: Slack) => Ledger[];
  /** It takes several steps, between which neighbours may act, and has another one to do. */
  isUnderWay?: (after: Ledger) => boolean;
  /** It may take away numbers that a neighbour was just about to claim. */
  shuts?: boolean;
};

/** An act before it is known what it will meet; null when there is nothing to act on. */
export type Plan = (ledger: Ledger, world: World) => Act | null;

/** The one that `pick` means, among those that still stand and the two that fell away last. */
export function pickAppointment(ledger: Ledger, pick: number): Appointment | null {
  const gone = (a: Appointment) => a.status === 'cancelled' || a.status === 'rejected';
  const list = [...ledger.appointments.filter((a) => !gone(a)), ...ledger.appointments.filter(gone).slice(-2)];
  return list[pick % list.length] ?? null;
}

export const nameOf = (world: World, id: string): string => world.names.get(id) ?? id.slice(-6);
/** An appointment in words. */
export const shown = (world: World, a: Appointment): string =>
  `${nameOf(world, a.resident)}'s ${nameOf(world, a.session)}#${a.number} (${a.status})`;

/** The connection breaks before or after the n-th statement of the first attempt; then it is asked again. */
export function crashing(act: Act, at: number, when: 'before' | 'after'): Act {
  return {
    ...act,
    text: `${act.text}, cut off ${when} statement ${at} and asked again`,
    run: async (world, db) => {
      try {
        await act.run(world, interceptedDatabase(db, breakingAt(world.db, at, when)));
      } catch (error) {
        if (!(error instanceof Fault) && !isConnectionLoss(error)) throw error;
      }
      return (act.retry ?? act.run)(world, db);
    },
    next: (before, answer, slack) => [
      ...act.next(before, answer, slack),
      ...(act.again?.(before, answer, slack) ?? []),
    ],
  };
}

function breakingAt(db: Database, at: number, when: 'before' | 'after'): Intercept {
  let seen = 0;
  return async (statement, send, client) => {
    seen += 1;
    if (seen !== at) return send(statement);
    if (when === 'after') await send(statement);
    if (client) await cutOff(db, lineOf(client));
    throw new Error('Connection terminated unexpectedly');
  };
}

/** The socket is closed without a word; waits until the server has noticed and given up the locks. */
async function cutOff(db: Database, { connection, processID }: Line): Promise<void> {
  connection.stream.destroy();
  const alive = { name: 'backend-alive', text: 'select 1 from pg_stat_activity where pid = $1', values: [processID] };
  while (((await db.pool.query(alive)).rowCount ?? 0) > 0);
}
