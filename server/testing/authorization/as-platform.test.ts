import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { policies } from '#db/row-security/policies.ts';
import { tablesIn } from '../../walls/axes.ts';
import { areaOf, codeOf, isTest, readSources, type Source } from '../../walls/sources.ts';
import { asPlatform, lineFor } from './as-platform.ts';

const sources = await readSources(fileURLToPath(new URL('../../../', import.meta.url)));
const product = sources.filter(
  ({ path }) => areaOf(path) === 'server' && !isTest(path) && !/^server\/(start|testing)\/|\/testing\//.test(path),
);
const tablesOf = ({ text }: Source) => tablesIn(codeOf(text)).filter((table) => table in policies);
/** Through the role, or through the one way to the entries of a record, which takes it. */
const asksAsActor = ({ text }: Source) => /from '[^']*(kernel\/acting|\/visible)\.ts'/.test(text);
const strays = (some: Source[]) =>
  some
    .filter((source) => tablesOf(source).length > 0 && !asksAsActor(source) && !lineFor(source.path))
    .map((source) => `${source.path}: ${tablesOf(source).join(', ')}`);

it('whoever names a table under the second net asks as the actor, or stands on the list with the reason', () => {
  expect(strays(product)).toEqual([]);
});

it('the list names nobody who does not need it', () => {
  const needed = new Set(product.filter((source) => tablesOf(source).length > 0).map(({ path }) => lineFor(path)));
  expect(Object.keys(asPlatform).filter((line) => !needed.has(line))).toEqual([]);
});

it('finds a file that forgot', () => {
  const planted = { path: 'server/records/careless.ts', text: 'db.pool.query(`select 1 from record_entries`)' };
  expect(strays([...product, planted])).toEqual(['server/records/careless.ts: record_entries']);
});
