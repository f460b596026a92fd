import { describe, it } from 'vitest';
import { openTestDatabase } from '#db/testing/test-database.ts';
import { type Bug, bugs } from './bugs.ts';
import { connections, tryHistories } from './history.ts';
import { interceptedDatabase, type Statement } from './intercept.ts';

/** Each bug must show within so many commands; most do within a few hundred. */
const bound = 8000;
/** What the same test says of a product without a bug. */
const clean = 800;

/** The model test on a database of its own with this bug in it. */
async function hunt({ schema = [], rewrite }: Bug, until = bound) {
  const db = await openTestDatabase(connections);
  let planted = schema.length > 0;
  const change = rewrite?.() ?? ((statement: Statement) => statement);
  const process = () =>
    interceptedDatabase(db, (statement, send) => {
      const changed = change(statement);
      planted ||= changed !== statement;
      return send(changed);
    });
  try {
    for (const statement of schema) await db.pool.query(statement);
    const tried = await tryHistories(db, { until, seed: 1, processes: [process(), process()], shrink: false });
    return { ...tried, planted };
  } finally {
    await db.close();
  }
}

describe.concurrent('the model-based test finds', () => {
  it.for(bugs)('$name', { timeout: 900_000 }, async (bug, { expect }) => {
    const { failure, planted, commands } = await hunt(bug);
    expect(planted, 'the statement that it changes is still there').toBe(true);
    expect(failure, `after ${commands} commands`).not.toBeNull();
  });

  it('and nothing where nothing was planted', async ({ expect }) => {
    const { failure } = await hunt({ name: 'none', rewrite: () => (statement) => statement }, clean);
    expect(failure).toBeNull();
  }, 900_000);
});
