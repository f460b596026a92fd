import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv.ts';
import { readFile } from './read-file.ts';
import { rowsMost } from './schema.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** 患者编号,姓名,性别,出生日期,更新时间 ⏎ P1,王小明,男,1980-05-17,2026-11-02 as a Chinese spreadsheet saves it. */
const gb18030 = Buffer.from(
  'bbbcd5dfb1e0bac52cd0d5c3fb2cd0d4b1f02cb3f6c9fac8d5c6da2cb8fcd0c2cab1bce40d0a50312ccdf5d0a1c3f72cc4d02c313938302d30352d31372c323032362d31312d3032',
  'hex',
);
const heading = '患者编号,姓名,性别,出生日期,更新时间';
const row = 'P1,王小明,男,1980-05-17,2026-11-02';
const rowsOf = (file: string) =>
  readFile(utf8(file)).rows.map(({ line, cells }) => [line, cells.get('patient_id'), cells.get('name')]);
const broken = (file: string | Uint8Array) => {
  const { broken: found } = readFile(typeof file === 'string' ? utf8(file) : file);
  return (
    found && [
      found.line,
      ...found.faults.map((one) => [one.column, one.fault, ...Object.values(one.params ?? {})].join(' ').trim()),
    ]
  );
};

describe('RFC 4180', () => {
  it.each<[string, string, string[][]]>([
    [
      'plain cells',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['every kind of line end, the last one missing', 'a\nb\rc\r\nd', [['a'], ['b'], ['c'], ['d']]],
    [
      'empty cells',
      ',a,\n,,',
      [
        ['', 'a', ''],
        ['', '', ''],
      ],
    ],
    ['quotes around separators, ends and quotes', '"a,b","c\r\nd","e""f",""', [['a,b', 'c\r\nd', 'e"f', '']]],
  ])('reads %s', (_what, text, cells) => {
    expect(readCsv(text, ',')).toEqual({ broken: null, records: cells.map((one, i) => ({ row: i + 1, cells: one })) });
  });
  it.each([
    ['a\nb"c\nd', 2],
    ['a\n"b', 2],
    ['"a"b,c', 1],
    ['a\n"b" ,c', 2],
  ])('stops at the row of a wrong quote: %j', (text, line) => {
    expect(readCsv(text, ',')).toMatchObject({ broken: line });
  });
});

describe('a file', () => {
  it.each([
    ['UTF-8', utf8(`${heading}\r\n${row}\r\n`)],
    ['UTF-8 with its mark', utf8(`\ufeff${heading}\n${row}`)],
    ['GB18030', gb18030],
    ['JSON', utf8('{"patients":[{"患者编号":"P1","name":"王小明"}]}')],
  ])('in %s is read', (_what, bytes) => {
    const { rows, broken: found } = readFile(bytes);
    expect(found).toBeNull();
    expect(rows.map(({ kind, cells }) => [kind.name, cells.get('patient_id'), cells.get('name')])).toEqual([
      ['patients', 'P1', '王小明'],
    ]);
  });
  it('has its columns in any order after the first, parted by what its program parts with', () => {
    expect(rowsOf('patient_id;更新时间;姓名*;性别;出生日期\nP1;2026-11-02;王,小明;男;1980-05-17')).toEqual([
      [2, 'P1', '王,小明'],
    ]);
  });
  it('may hold empty rows and those of the template that explain; rows keep the numbers a spreadsheet shows', () => {
    expect(rowsOf(`${heading}\n说明,x,x,x,x\n示例 P0001,x,x,x,x\n,,,,\n${row}`)).toEqual([[5, 'P1', '王小明']]);
  });
  it('forgives the mark by which our own files keep a cell from being a formula', () => {
    expect(rowsOf(`${heading}\nP1,'-小明,男,1980-05-17,2026-11-02`)).toEqual([[2, 'P1', '-小明']]);
  });
  it('keeps the digits of JSON’s numbers, and takes yes and no for true and false', () => {
    const { rows } = readFile(utf8('{"results":[{"result_id":7,"value":5.60,"deleted":true,"unit":null}]}'));
    expect([...(rows[0]?.cells ?? [])]).toEqual([
      ['result_id', '7'],
      ['value', '5.60'],
      ['deleted', 'yes'],
      ['unit', ''],
    ]);
  });
  it('is read up to a wrong quote', () => {
    expect(rowsOf(`${heading}\n${row}\nP2,"王`)).toEqual([[2, 'P1', '王小明']]);
    expect(broken(`${heading}\n${row}\nP2,"王`)).toEqual([3, 'quote']);
  });
});

describe('what is no file of ours says so', () => {
  it.each<[string, string | Uint8Array, (string | number)[]]>([
    ['nothing', '', [1, 'empty']],
    ['nothing but a heading', heading, [1, 'empty']],
    ['a spreadsheet program’s own file', new Uint8Array([0x50, 0x4b, 3, 4, 20]), [1, 'spreadsheet-file']],
    [
      'UTF-8 with a byte that is none',
      Buffer.concat([utf8(`patient_id\n王小明`), Buffer.from([0xc3])]),
      [1, 'encoding'],
    ],
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${heading}`, 'utf16le')), [1, 'encoding']],
    [
      'no known first column',
      `编号\n${row}`,
      [1, expect.stringMatching(/^first-column 患者编号 patient_id、/) as unknown as string],
    ],
    ['an unknown column', `${heading},备注\n${row},x`, [1, 'column-unknown F']],
    ['a column twice', `${heading},姓名\n${row},x`, [1, 'name column-twice']],
    ['a column that is missing', '\n患者编号,姓名,性别,更新时间\nP1,x,x,x', [2, 'birth_date column-missing']],
    ['too many rows', `${heading}\n${`${row}\n`.repeat(rowsMost + 1)}`, [1, `too-many ${rowsMost}`]],
    ['broken JSON', '{"patients":[', [1, 'json']],
    ['JSON nested to hurt', '['.repeat(300_000), [1, 'json']],
    ['a JSON list', '[]', [1, 'json']],
    [
      'an unknown table',
      '{"__proto__":[{}]}',
      [1, expect.stringMatching(/^json-table patients、visits/) as unknown as string],
    ],
    ['a table that is no list', '{"patients":{}}', [1, expect.stringMatching(/^json-table/) as unknown as string]],
  ])('%s', (_what, file, expected) => {
    expect(broken(file)).toEqual(expected);
    expect(readFile(typeof file === 'string' ? utf8(file) : file).rows).toEqual([]);
  });
  it('row by row, where the rest can be read', () => {
    const faults = (file: string) =>
      readFile(utf8(file)).rows.map((one) =>
        one.faults.map(({ column, fault, params }) => [column, fault, params?.at]),
      );
    expect(faults(`${heading}\n${row},\n${row},x`)).toEqual([[], [['', 'cells', undefined]]]);
    expect(faults('{"patients":[7,{"姓名":{},"note":"x"},{"name":"a","姓名":"b"}]}')).toEqual([
      [['', 'json-row', undefined]],
      [
        ['name', 'text', undefined],
        ['', 'column-unknown', 2],
      ],
      [['name', 'column-twice', undefined]],
    ]);
  });
});
