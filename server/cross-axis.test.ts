import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkAxes, tablesIn } from './walls/axes.ts';
import { readSources, type Source } from './walls/sources.ts';

const sources = await readSources(fileURLToPath(new URL('../', import.meta.url)));
const file = (path: string, text: string): Source => ({ path, text });
const faults = (...planted: Source[]) => checkAxes(planted, {}).map((breach) => `${breach.path}: ${breach.message}`);

describe('statements on a distributed database', () => {
  it('each stay on one axis', () => {
    expect(checkAxes(sources).map((breach) => `${breach.path} ${breach.message}`)).toEqual([]);
  });

  it('are really read: a join planted into any of our own files is found', () => {
    const writers = sources.filter(
      (s) => /server\/booking\/.*\.ts$/.test(s.path) && /\bfrom appointments a\b/.test(s.text),
    );
    expect(writers.length).toBeGreaterThan(3);
    for (const writer of writers.filter((s) => !s.path.endsWith('.test.ts'))) {
      const text = writer.text.replace(
        /\bfrom appointments a\b/,
        'from appointments a join residents r on r.id = a.resident_id',
      );
      const others = sources.filter((s) => s !== writer);
      expect(checkAxes([...others, { ...writer, text }]).map((breach) => breach.path)).toContain(writer.path);
    }
  });
});

describe('the wall finds', () => {
  const cases: [string, string][] = [
    ['a join', 'q(`select 1 from appointments a\n join residents r on r.id = a.resident_id`)'],
    ['a subquery', `q('delete from offers where resident_id in (select id from residents)')`],
    ['a comma', 'q(`select 1 from tickets t, notices n where true`)'],
    [
      'a part in another constant',
      `const more = \`join residents r on true\`;\nq(\`select 1 from offers o \${more} where true\`)`,
    ],
    [
      'a part that a function makes',
      `const s = (x: string) => \`with a as (select 1 from residents) \${x}\`;\nq(\`\${s(\`b\`)}, c as (update tickets set x = 1)\`)`,
    ],
    ['a template in a template', `q(\`select 1 from offers \${a ? \`join notices n on \${b}\` : ""}\`)`],
    ['a local table beside an axis', 'q(`select 1 from notices n join accounts a on true`)'],
  ];
  it.each(cases)('%s', (_, text) => expect(faults(file('server/booking/a.ts', text))).toHaveLength(1));

  it('a part from another file', () => {
    const parts = file('server/residents/parts.ts', 'export const people = `join residents r on true`;');
    expect(faults(parts, file('server/booking/a.ts', `q(\`select 1 from offers o \${people}\`)`))).toHaveLength(1);
  });

  it('an exception that nothing needs', () => {
    const plain = file('server/booking/a.ts', 'q(`select 1 from offers`)');
    expect(checkAxes([plain], { 'server/booking/a.ts': 'why' })).toHaveLength(1);
    const mixed = file('server/booking/a.ts', 'q(`select 1 from offers, residents where true`)');
    expect(checkAxes([mixed], { 'server/booking/a.ts': 'why' })).toEqual([]);
  });
});

describe('the wall leaves alone', () => {
  const cases: [string, string][] = [
    ['two statements in one file', 'q(`select 1 from offers`);\nq(`select 1 from residents`)'],
    ['what every node has', 'q(`select 1 from offers o join facilities f on f.id = o.facility_id`)'],
    ['prose', '// joins appointments from residents\nq(`select 1 from offers`)'],
    ['columns called like tables', 'q(`select residents, bookings from region_bookings`)'],
  ];
  it.each(cases)('%s', (_, text) => expect(faults(file('server/booking/a.ts', text))).toEqual([]));

  it('tests and the seed, which read what they like', () => {
    const text = 'q(`select 1 from offers join residents r on true`)';
    expect(faults(file('server/booking/a.test.ts', text), file('db/seed/a.ts', text))).toEqual([]);
  });
});

it('reads tables however they are written', () => {
  expect(tablesIn('update only public."tickets" t set x = 1 from sessions s').sort()).toEqual(['sessions', 'tickets']);
  expect(tablesIn('select * from unnest($1) n (residents)')).toEqual([]);
});
