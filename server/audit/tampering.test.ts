import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { createSealing } from '../kernel/sealing.ts';
import { linkHash } from './chain.ts';
import { checkpointDigest, readCheckpoint, type StoredCheckpoint, signCheckpoint } from './checkpoint.ts';
import { type StreamName, streams } from './streams.ts';
import { type AuditHouse, auditHouse, facilitiesApart, type Sealed } from './testing/audit-house.ts';
import { wordReport } from './verify/word-report.ts';

const [near = '', far = ''] = facilitiesApart(2);
const person = randomUUID();
let house: AuditHouse;
const sql = (text: string, values: unknown[] = []) => house.db.pool.query(text, values);

// three checkpoints; near has four changes in them, far two, a person three reads
beforeAll(async () => {
  house = await auditHouse();
  for (const what of ['record', 'appointment', 'queue']) {
    await house.change(near, `test.${what}`);
    await house.change(far);
    await house.read(person, what);
    await house.seal();
  }
  await house.change(near, 'test.last');
  await house.seal();
  await house.keep();
});
afterEach(() => house.goBack());
afterAll(() => house.db.close());

/** The sealed rows of a facility or the person, the first at 0. */
const sealed = async (stream: StreamName, owner: string, n: number): Promise<Sealed> => {
  const row = (await house.sealed(stream, owner))[n];
  if (!row) throw new Error('not sealed');
  return row;
};
const findings = async () => (await house.verify()).streams.flatMap((stream) => stream.first);

/** Another value of each type that differs as little as it can. */
const nudges: Record<string, (column: string) => string> = {
  text: (column) => `coalesce(${column}, '') || ' '`,
  uuid: () => 'gen_random_uuid()',
  'timestamp with time zone': (column) => `${column} + interval '1 microsecond'`,
  jsonb: (column) => `jsonb_set(${column}, '{n}', '1.51')`,
  smallint: (column) => `(${column} + 1) % 64`,
  bigint: (column) => `${column} + 1`,
  integer: (column) => `${column} + 100`,
  bytea: (column) => `set_byte(${column}, 5, (get_byte(${column}, 5) + 1) % 256)`,
};
const columnsOf = async (table: string) => {
  const { rows } = await sql(
    `select column_name as name, data_type as type from information_schema.columns where table_name = $1 order by 1`,
    [table],
  );
  return rows as { name: string; type: string }[];
};

// it holds whole chains against their seals, so nobody else may write
describe.skipIf(inject('testServer').shared)('a row changed', () => {
  const tables: [table: string, stream: StreamName, owner: string, key: string][] = [
    ['audit_events', 'changes', near, 'facility_id, id'],
    ['access_events', 'reads', person, 'resident_id, id'],
    ['audit_links', 'changes', near, 'facility_id, event_id'],
    ['access_links', 'reads', person, 'resident_id, event_id'],
  ];
  it.each(tables)('in any column of %s is found and named', async (table, stream, owner, key) => {
    const columns = await columnsOf(table);
    expect(columns.length).toBeGreaterThan(4);
    for (const { name, type } of columns) {
      const row = await sealed(stream, owner, 1);
      const done = await sql(`update ${table} set ${name} = ${nudges[type]?.(name)} where (${key}) = ($1, $2)`, [
        ...[row.owner, row.id],
      ]);
      expect(done.rowCount).toBe(1);
      const report = await house.verify();
      expect(report.genuine).toBe(false);
      const first = report.streams.flatMap((s) => s.first);
      expect(first, name).toContainEqual(expect.objectContaining({ stream, chain: row.chain, position: row.position }));
      await house.goBack();
    }
  });

  it('in any column of audit_checkpoints is found and named', async () => {
    for (const { name, type } of await columnsOf('audit_checkpoints')) {
      await sql(`update audit_checkpoints set ${name} = ${nudges[type]?.(name)} where number = 2`);
      const report = await house.verify();
      expect(report.genuine).toBe(false);
      expect(report.badCheckpoints, name).toMatchObject([{ number: name === 'number' ? 3 : 2 }]);
      await house.goBack();
    }
  });

  it('is not found where nothing was changed', async () => {
    const report = await house.verify();
    expect(report).toMatchObject({ genuine: true, checkpoints: { count: 4, number: 4 } });
    expect(report.streams.map((stream) => stream.links)).toEqual([7, 3]);
  });
});

const forge = (stream: StreamName, owner: string, id: string, at: string) =>
  stream === 'changes'
    ? sql(
        `insert into audit_events (facility_id, id, at, actor_kind, actor_id, action, subject_type, subject_id)
         values ($1, $2, now() + $3::interval, 'staff', 'forged', 'booking.book', 'appointment', '1')`,
        [owner, id, at],
      )
    : sql(
        `insert into access_events (resident_id, id, at, actor_kind, actor_id, what, reason)
         values ($1, $2, now() + $3::interval, 'staff', 'forged', 'record', 'care')`,
        [owner, id, at],
      );

const link = (row: Sealed, hash: Buffer) =>
  sql('insert into audit_links (facility_id, event_id, chain, position, hash) values ($1, $2, $3, $4, $5)', [
    ...[row.owner, row.id, row.chain, row.position, hash],
  ]);

/** Computes the links of a chain anew, as somebody would who knows how. */
async function rewriteChain(chain: number): Promise<Buffer> {
  const { rows } = await sql(streams.changes.links, [chain, 1, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 100]);
  const first = await sql(streams.changes.hashAt, [chain, 1]);
  let hash: Buffer = first.rows[0].hash;
  for (const row of rows.filter((link) => link.chain === chain)) {
    hash = linkHash(hash, row.form);
    await sql('update audit_links set hash = $3 where facility_id = $1 and event_id = $2', [row.owner, row.id, hash]);
  }
  return hash;
}

/** Gives each of two rows what the other one has in these columns. */
const swap = (table: string, key: string, columns: string, [a, b]: [Sealed, Sealed]) =>
  sql(
    `update ${table} t set (${columns}) = (select ${columns} from kept_${table} o
       where o.facility_id = $1 and o.${key} = case t.${key} when $2 then $3::uuid else $2::uuid end)
     where t.facility_id = $1 and t.${key} in ($2, $3)`,
    [a.owner, a.id, b.id],
  );

describe.skipIf(inject('testServer').shared)('found and named is', () => {
  it('a row that was removed', async () => {
    const gone = await sealed('reads', person, 1);
    await sql('delete from access_events where id = $1', [gone.id]);
    expect(await findings()).toEqual([
      {
        ...{ stream: 'reads', chain: gone.chain, fault: 'row-gone', position: 2 },
        row: expect.objectContaining({ id: gone.id }),
      },
    ]);
  });

  it('a row that was removed with its link', async () => {
    const gone = await sealed('changes', near, 1);
    await sql('delete from audit_events where id = $1', [gone.id]);
    await sql('delete from audit_links where event_id = $1', [gone.id]);
    expect(await findings()).toEqual([
      { stream: 'changes', chain: gone.chain, fault: 'link-gone', position: 2, row: null },
    ]);
  });

  it.each<StreamName>(['changes', 'reads'])('a row of %s that was put in and dated back', async (stream) => {
    const id = randomUUID();
    await forge(stream, stream === 'changes' ? near : person, id, '-1 day');
    const expected = [expect.objectContaining({ stream, fault: 'unsealed', row: expect.objectContaining({ id }) })];
    expect(await findings()).toEqual(expected);
    // the sealer does not make it genuine afterwards
    await house.seal();
    expect(await findings()).toEqual(expected);
  });

  it.each([
    ['at the end of its chain', 'unsigned', { position: 5 }],
    ['at the place of another', 'twice', { position: 2 }],
    ['in a chain that there is not', 'no-chain', { chain: 99, position: 1 }],
  ])('a forged row with a forged link %s', async (_, fault, place) => {
    const row = { ...(await sealed('changes', near, 0)), id: randomUUID(), ...place };
    await forge('changes', near, row.id, '-1 minute');
    const before = await sql('select hash from audit_links where facility_id = $1 order by position desc limit 1', [
      near,
    ]);
    const form = await sql(`${streams.changes.loose}`, ['-infinity', 1]);
    await link(row, linkHash(before.rows[0].hash, form.rows[0].form));
    // of two links at one place either may come first
    const named = (await findings()).map((finding) => [finding.chain, finding.position]);
    expect(named).toEqual([[row.chain, row.position]]);
    if (fault !== 'twice') expect(await findings()).toMatchObject([{ fault, row: { id: row.id } }]);
  });

  it('a pair of rows that changed places, or whose links did', async () => {
    const pair: [Sealed, Sealed] = [await sealed('changes', near, 1), await sealed('changes', near, 2)];
    for (const [table, key, columns] of [
      ['audit_events', 'id', 'at, action, subject_id, detail, request_id'],
      ['audit_links', 'event_id', 'position, hash'],
    ] as const) {
      expect((await swap(table, key, columns, pair)).rowCount).toBe(2);
      expect(await findings()).toMatchObject([{ stream: 'changes', fault: 'changed', position: 2 }]);
      await house.goBack();
    }
  });

  it('a chain cut off at its end', async () => {
    const last = await sealed('changes', near, 3);
    await sql('delete from audit_events where id = $1', [last.id]);
    await sql('delete from audit_links where event_id = $1', [last.id]);
    expect(await findings()).toEqual([{ stream: 'changes', chain: last.chain, fault: 'cut', position: 4, row: null }]);
  });

  it('a chain computed anew behind a changed row, and from where on', async () => {
    const row = await sealed('changes', near, 2);
    await sql(`update audit_events set actor_id = 'somebody else' where id = $1`, [row.id]);
    await rewriteChain(row.chain);
    expect(await findings()).toMatchObject([
      { chain: row.chain, fault: 'rewritten', position: 4, since: { position: 2, checkpoint: 3 } },
    ]);
  });

  it('a checkpoint signed with another key, though all chains agree with it', async () => {
    const row = await sealed('changes', near, 2);
    await sql(`update audit_events set actor_id = 'somebody else' where id = $1`, [row.id]);
    const head = (await rewriteChain(row.chain)).toString('hex');
    const stored = await sql('select number, body, signature from audit_checkpoints where number = 4');
    const checkpoint = readCheckpoint(stored.rows[0] as StoredCheckpoint);
    checkpoint.heads.changes.hashes[row.chain] = head;
    const forged = signCheckpoint(createSealing('another secret, as long as is asked for').auditSigner, checkpoint);
    await sql('update audit_checkpoints set body = $1, signature = $2 where number = 4', [
      forged.body,
      forged.signature,
    ]);
    const report = await house.verify();
    expect(report.badCheckpoints).toMatchObject([{ number: 4, fault: expect.stringContaining('signature') }]);
    expect(report.genuine).toBe(false);
  });

  it('a checkpoint that is missing, or an older one in its place', async () => {
    await sql('delete from audit_checkpoints where number = 2');
    expect((await house.verify()).badCheckpoints).toMatchObject([{ number: 3 }]);
    await house.goBack();
    await sql(`update audit_checkpoints set (body, signature) =
      (select body, signature from kept_audit_checkpoints where number = 2) where number = 3`);
    expect((await house.verify()).badCheckpoints).toMatchObject([{ number: 3 }]);
  });

  it('that all seals were removed', async () => {
    for (const table of ['audit_links', 'access_links', 'audit_checkpoints']) await sql(`delete from ${table}`);
    const report = await house.verify();
    expect(report.genuine).toBe(false);
    expect(wordReport(report).join('\n')).toContain('or the seals were removed');
  });

  it('the last checkpoint taken away with all it sealed, by whoever noted it', async () => {
    const { rows } = await sql('select body, signature from audit_checkpoints where number = 4');
    const noted = { number: 4, digest: checkpointDigest(rows[0] as StoredCheckpoint).slice(0, 16) };
    expect(await house.verify({ noted })).toMatchObject({ genuine: true, noted: true });
    const last = await sealed('changes', near, 3);
    await sql('delete from audit_events where id = $1', [last.id]);
    await sql('delete from audit_links where event_id = $1', [last.id]);
    await sql('delete from audit_checkpoints where number = 4');
    // from within the database nothing is to be seen: this is what noting is for
    expect((await house.verify()).genuine).toBe(true);
    expect(await house.verify({ noted })).toMatchObject({ genuine: false, noted: false });
  });

  it('the first bad row of each chain, with the number of those behind it, in words', async () => {
    await sql(`update audit_events set actor_id = 'x'`);
    const words = wordReport(await house.verify());
    expect(words.filter((line) => line.includes('position 1: facility'))).toHaveLength(2);
    expect(words).toContain('  and 5 more after these in the same chains');
    expect(words.at(-1)).toContain('NOT genuine');
  });
});
