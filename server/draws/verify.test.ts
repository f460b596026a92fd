import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPublicFile } from './check-public-file.ts';
import { commitmentOf, drawOrder, listHashOf, newSeed } from './draw-order.ts';
import type { PublicFile } from './schema/public-file.ts';
import { forged, sampleFile } from './testing/sample-file.ts';

const faults = (content: unknown) => checkPublicFile(content).flatMap(({ check, fault }) => (fault ? [check] : []));
const find = (file: PublicFile, result: 'won' | 'lost') => {
  const entry = file.entries.find((e) => e.result === result);
  if (!entry) throw new Error(`no ${result}`);
  return entry;
};
const replace = (file: PublicFile, ...entries: PublicFile['entries']) => {
  file.entries = file.entries.map((entry) => entries.find(({ id }) => id === entry.id) ?? entry);
};

/** What somebody might do to a published file, each with a digest made anew. */
const tamperings: [string, (file: PublicFile) => void][] = [
  [
    'a winner swapped for a loser',
    (file) => {
      const [won, lost] = [find(file, 'won'), find(file, 'lost')];
      if (won.result !== 'won') throw new Error('unreachable');
      const { id, channel } = won;
      replace(
        file,
        { id: lost.id, channel: lost.channel, result: 'won', ticket: won.ticket },
        { id, channel, result: 'lost' },
      );
    },
  ],
  [
    'two winners with their numbers exchanged',
    (file) => {
      const [a, b] = file.entries.filter((entry) => entry.result === 'won');
      if (a?.result !== 'won' || b?.result !== 'won') throw new Error('two winners are needed');
      replace(file, { ...a, ticket: b.ticket }, { ...b, ticket: a.ticket });
    },
  ],
  ['a loser added', (file) => file.entries.push({ id: randomUUID(), channel: 'web', result: 'lost' })],
  [
    'a loser added and the hash of the list made anew',
    (file) => {
      // one added request moves about everybody: with 200 requests it cannot leave all places as they were
      file.entries.push({ id: randomUUID(), channel: 'web', result: 'lost' });
      file.listHash = listHashOf(file.entries);
    },
  ],
  ['a loser removed', (file) => file.entries.splice(file.entries.indexOf(find(file, 'lost')), 1)],
  [
    'a loser removed and the hash of the list made anew',
    (file) => {
      file.entries.splice(file.entries.indexOf(find(file, 'lost')), 1);
      file.listHash = listHashOf(file.entries);
    },
  ],
  [
    'another channel',
    (file) => {
      const lost = find(file, 'lost');
      replace(file, { id: lost.id, channel: lost.channel === 'web' ? 'desk' : 'web', result: 'lost' });
    },
  ],
  [
    'another seed',
    (file) => {
      file.seed = newSeed();
    },
  ],
  [
    'another seed and its own commitment',
    (file) => {
      file.seed = newSeed();
      const times = { opensAt: new Date(file.opensAt), closesAt: new Date(file.closesAt) };
      file.commitment = commitmentOf({ ...file, ...times }, file.seed);
    },
  ],
  [
    'another commitment',
    (file) => {
      file.commitment = file.commitment.replace(/^./, (c) => (c === 'a' ? 'b' : 'a'));
    },
  ],
  [
    'a number held back',
    (file) => {
      const last = Math.max(...file.tickets);
      file.tickets = file.tickets.filter((number) => number !== last);
    },
  ],
  ['a number added', (file) => file.tickets.push(Math.max(...file.tickets) + 1)],
  [
    'a longer time for requests',
    (file) => {
      file.closesAt = '2026-05-04T10:00:01.000Z';
    },
  ],
  [
    'a promise made after the first request',
    (file) => {
      file.committedAt = '2026-05-04T00:00:01.000Z';
    },
  ],
];

describe('the public file of a draw', () => {
  const file = sampleFile(200, 30);

  it('is reproduced as it was published', () => {
    expect(faults(file)).toEqual([]);
  });

  it.each(tamperings)('shows %s', (_, change) => {
    expect(faults(forged(file, change))).not.toEqual([]);
  });

  it('shows a change of any kind by its digest, and parts that do not belong', () => {
    expect(faults({ ...file, departmentName: '外科' })).toEqual(['digest']);
    expect(faults({ ...file, note: 'x' })).toEqual(['shape']);
    expect(faults({})).toEqual(['shape']);
  });

  it('lets a drawn request pass by a rule, and the next one comes up', () => {
    const order = drawOrder(file.seed, file.entries);
    const passed = forged(file, (copy) => {
      copy.entries = copy.entries.map((entry) => {
        const { id, channel } = entry;
        const place = order.indexOf(id);
        if (place === 0) return { id, channel, result: 'passed', rule: 'overlap' };
        return place <= 30 ? { id, channel, result: 'won', ticket: place } : { id, channel, result: 'lost' };
      });
    });
    expect(faults(passed)).toEqual([]);
  });
});

describe('npm run draw:verify', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'draw-'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  const verify = (content: unknown, ...args: string[]) => {
    const path = join(dir, `${randomUUID()}.json`);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    const script = new URL('./verify-file.ts', import.meta.url).pathname;
    try {
      return {
        code: 0,
        text: execFileSync(process.execPath, [script, path, ...args], { encoding: 'utf8', stdio: 'pipe' }),
      };
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string };
      return { code: status, text: stdout };
    }
  };

  it('reproduces a genuine file, refuses a tampered one, and says so', () => {
    const file = sampleFile(40, 8);
    const good = verify(file, '--commitment', file.commitment);
    expect(good).toMatchObject({ code: 0, text: expect.stringContaining('Reproduced') });
    const bad = verify(forged(file, (copy) => copy.tickets.pop()));
    expect(bad).toMatchObject({ code: 1, text: expect.stringContaining('NOT reproduced') });
  });

  it('refuses a whole other draw when the commitment was noted beforehand', () => {
    expect(verify(sampleFile(40, 8), '--commitment', sampleFile(1, 1).commitment).code).toBe(1);
  });

  it('says that a file cannot be read', () => {
    expect(verify('not json').code).toBe(2);
  });
});
