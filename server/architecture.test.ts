import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allowedRooms } from './walls/rooms.ts';
import { importsOf, readSources, type Source } from './walls/sources.ts';
import { checkWalls } from './walls/walls.ts';
import { tablesOf } from './walls/writes.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const sources = await readSources(root);

describe('the house', () => {
  it('stands: no wall is breached', () => {
    expect(checkWalls(sources).map((breach) => `${breach.path} [${breach.wall}] ${breach.message}`)).toEqual([]);
  });
  it('is really read', () => {
    expect(sources.length).toBeGreaterThan(60);
    expect(tablesOf(sources).map((t) => t.table)).toEqual(
      expect.arrayContaining(['tickets', 'appointments', 'residents', 'facilities']),
    );
    expect(sources.flatMap(importsOf).filter((found) => found.target).length).toBeGreaterThan(100);
  });
  it('lists rooms in an order without circles', () => {
    const order = Object.keys(allowedRooms);
    for (const [room, allowed] of Object.entries(allowedRooms)) {
      for (const upper of allowed) expect(order.indexOf(upper), `${room} → ${upper}`).toBeLessThan(order.indexOf(room));
    }
  });
});

const schema: Source = {
  path: 'db/schema/booking.ts',
  text: `export const appointments = pgTable(\n  'appointments', {});\nexport const offers = pgTable('offers', {});`,
};
const schedulesSchema: Source = {
  path: 'db/schema/schedules.ts',
  text: `export const tickets = pgTable('tickets', {});`,
};
const file = (path: string, text: string): Source => ({ path, text });

/** Each wall with a file that breaks it, and a neighbour that does the same thing rightly. */
const plants: [string, RegExp, Source[], Source[]][] = [
  [
    'db imports server',
    /db is a leaf/,
    [file('db/a.ts', `import { x } from '#server/kernel/ids.ts';`)],
    [file('db/a.ts', `import { x } from './b.ts';`)],
  ],
  ['fhir imports db', /fhir is a leaf/, [file('fhir/a.ts', `import { x } from '#db/client.ts';`)], []],
  ['server imports app', /below app/, [file('server/booking/a.ts', `import type { X } from '#app/_ui/x.ts';`)], []],
  ['app imports db', /holds no database/, [file('app/a.tsx', `import { x } from '#db/client.ts';`)], []],
  [
    'booking imports fhir',
    /only his-sync/,
    [file('server/booking/a.ts', `import { x } from '#fhir/systems.ts';`)],
    [file('server/his-sync/a.ts', `import { x } from '#fhir/systems.ts';`)],
  ],
  [
    'booking imports his-sync',
    /queue a job/,
    [file('server/booking/a.ts', `export { tell } from '../his-sync/tell.ts';`)],
    [file('server/his-sync/a.ts', `import { x } from '../booking/x.ts';`)],
  ],
  [
    'facilities imports notices',
    /may not know/,
    [file('server/facilities/a.ts', `import { x } from '../notices/x.ts';`)],
    [],
  ],
  [
    'a room without a line',
    /give it a line/,
    [file('server/gossip/a.ts', `import { x } from '../kernel/ids.ts';`)],
    [],
  ],
  [
    'a write imports trpc',
    /only a router/,
    [file('server/booking/book.ts', `import { TRPCError } from '../trpc.ts';`)],
    [file('server/booking/router.ts', `import { router } from '../trpc.ts';`)],
  ],
  [
    'a room imports the worker',
    /put the rooms together/,
    [file('server/booking/a.ts', `import { x } from '../worker.ts';`)],
    [],
  ],
  [
    'test data in the product',
    /for tests only/,
    [file('server/booking/a.ts', `import { mint } from '#db/testing/mint.ts';`)],
    [file('server/booking/a.test.ts', `import { mint } from '#db/testing/mint.ts';`)],
  ],
  [
    'a dynamic import',
    /queue a job/,
    [file('server/booking/a.ts', `const x = await import('../his-sync/tell.ts');`)],
    [],
  ],
  [
    'a circle',
    /a\.ts → server\/kernel\/b\.ts → server\/kernel\/a\.ts/,
    [file('server/kernel/a.ts', `import './b.ts';`), file('server/kernel/b.ts', `import type { X } from './a.ts';`)],
    [file('server/kernel/a.ts', `import './b.ts';`), file('server/kernel/b.ts', '')],
  ],
  [
    'another room writes, by builder',
    /writes appointments, which room booking owns/,
    [schema, file('server/reports/a.ts', `await tx.orm.update(appointments).set({})`)],
    [schema, file('server/booking/a.ts', `await tx.orm.update(appointments).set({})`)],
  ],
  [
    'another room writes, in SQL',
    /writes offers/,
    [schema, file('server/reports/a.ts', 'q(`insert into\n offers (id) values ($1)`)')],
    [schema, file('server/reports/a.ts', 'q(`select 1 from offers for update`)')],
  ],
  [
    'another room updates in a CTE',
    /writes appointments/,
    [schema, file('server/his-sync/a.ts', 'q(`with x as (select 1) update appointments set a = 1`)')],
    [schema, file('server/his-sync/a.ts', '// we never update appointments here')],
  ],
  [
    'a third writer of tickets',
    /writes tickets/,
    [schedulesSchema, file('server/reports/a.ts', 'q(`update tickets set x = 1`)')],
    [schedulesSchema, file('server/booking/a.ts', 'q(`update tickets set x = 1`)')],
  ],
  [
    'an entrance writes',
    /writes tickets/,
    [schedulesSchema, file('server/http/a.ts', 'q(`delete from "tickets"`)')],
    [],
  ],
  [
    'another room writes a table of a folder',
    /writes guide_rules, which room navigation owns/,
    [
      file('db/schema/navigation/rules.ts', `export const guideRules = pgTable('guide_rules', {});`),
      file('server/reports/a.ts', 'q(`update guide_rules set x = 1`)'),
    ],
    [
      file('db/schema/booking/x.ts', `export const guideRules = pgTable('guide_rules', {});`),
      file('server/booking/a.ts', 'q(`update guide_rules set x = 1`)'),
    ],
  ],
  ['a computed table', /in the open/, [file('server/booking/a.ts', `q(\`delete from \${table}\`)`)], []],
  [
    'a client component thinks',
    /reaches the browser and imports server\/booking\/rules/,
    [file('app/a.tsx', `'use client';\nimport { r } from '#server/booking/rules.ts';`)],
    [
      file(
        'app/a.tsx',
        `'use client';\nimport { r } from '#server/booking/schema.ts';\nimport type { X } from '#server/root.ts';`,
      ),
    ],
  ],
  [
    'a client component thinks through another file',
    /through app\/a\.tsx/,
    [
      file('app/a.tsx', `'use client';\nimport { b } from './b.ts';`),
      file('app/b.ts', `import { r } from '#server/booking/rules.ts';`),
    ],
    [],
  ],
  [
    'a page leads to the database',
    /leads to db\/client/,
    [
      file('app/a.tsx', `import { q } from '#server/booking/queries.ts';`),
      file('server/booking/queries.ts', `import { o } from '#db/client.ts';`),
    ],
    [
      file('app/a.tsx', `import type { q } from '#server/booking/queries.ts';`),
      file('server/booking/queries.ts', `import { o } from '#db/client.ts';`),
    ],
  ],
  [
    'a form that React empties',
    /SendForm, AskingForm or KeptForm/,
    [
      file(
        'app/a.tsx',
        `import { useAction } from './_trpc/use-action.ts';\n<form action={(data) => void send(data)}>`,
      ),
    ],
    [
      file('app/a.tsx', `import { useAction } from './_trpc/use-action.ts';\n<KeptForm send={send}>`),
      file('app/b.tsx', `import { signIn } from './actions.ts';\n<form action={signIn}>`),
    ],
  ],
  [
    'a form whose early press goes into the address',
    /puts what was typed into the address/,
    [file('app/a.tsx', `import { trpc } from './_trpc/client.ts';\n<form\n  onSubmit={submit}>`)],
    [file('app/_ui/kept-form.tsx', `import { trpc } from '../_trpc/client.ts';\n<form>`)],
  ],
  [
    'a long file',
    /301 lines/,
    [file('server/booking/a.ts', 'x;\n'.repeat(301))],
    [file('server/booking/a.ts', 'x;\n'.repeat(300))],
  ],
  [
    'many imports',
    /16 imports/,
    [file('server/booking/a.ts', Array.from({ length: 16 }, (_, i) => `import 'p${i}';`).join('\n'))],
    [file('server/booking/a.ts', Array.from({ length: 15 }, (_, i) => `import 'p${i}';`).join('\n'))],
  ],
  ['a vague name', /says nothing/, [file('server/booking/utils.ts', '')], [file('server/booking/rules.ts', '')]],
  ['a vague folder', /says nothing/, [file('server/booking/common/a.ts', '')], []],
  ['a camel-case name', /kebab-case/, [file('server/booking/bookTicket.ts', '')], [file('app/[code]/page.tsx', '')]],
  [
    'a service class',
    /one write per file/,
    [file('server/booking/a.ts', 'export class BookingService {}')],
    [file('server/booking/a.ts', 'export class BookingFault {}')],
  ],
  ['a barrel', /hides who uses/, [file('server/booking/a.ts', `export * from './b.ts';`)], []],
  [
    'raw SQL from a string',
    /sql\.raw/,
    [file('server/booking/a.ts', 'db.execute(sql.raw(text))')],
    [file('server/booking/a.ts', '// sql.raw is not for us')],
  ],
];

describe('each wall falls on what it is for', () => {
  it.each(plants)('%s', (_name, expected, bad, good) => {
    expect(
      checkWalls(bad)
        .map((breach) => breach.message)
        .join('\n'),
    ).toMatch(expected);
    expect(checkWalls(good)).toEqual([]);
  });
});
