import { z } from 'zod';

/** One file at most; a hospital that has more sends several. */
export const bytesMost = 700_000;
export const rowsMost = 5_000;

/** What is wrong with a cell, a row or a file: the rule, and where; never content. */
export const fault = z.object({
  /** English name of the column, '' if it is the whole row or file. */
  column: z.string(),
  fault: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Fault = z.infer<typeof fault>;

const both = z.object({ zh: z.string(), en: z.string() });
export type Both = z.infer<typeof both>;

/** A fault in words of both languages: in which column, what is wrong, what to write. */
export const wordedFault = z.object({ column: both.nullable(), what: both, way: both });

export const badRow = z.object({
  /** The table, null if the file itself is at fault. */
  kind: both.nullable(),
  line: z.number().int(),
  sourceId: z.string(),
  /** Nothing to mend: its patient has not come yet. */
  waits: z.boolean(),
  settled: z.boolean(),
  /** How it was settled, null of what is open or came by itself. */
  outcome: z.enum(['taken', 'replaced', 'given-up']).nullable(),
  faults: z.array(wordedFault),
});
export type BadRow = z.infer<typeof badRow>;

const counts = {
  rows: z.number().int(),
  taken: z.number().int(),
  written: z.number().int(),
  withdrawn: z.number().int(),
  waiting: z.number().int(),
  refused: z.number().int(),
};
const countsShape = z.object(counts);
/** What came of the rows of a file, or of one of its tables. */
export type Counts = z.infer<typeof countsShape>;
export const fileLine = z.object({
  id: z.uuid(),
  name: z.string(),
  receivedAt: z.date(),
  via: z.enum(['screen', 'key']),
  by: z.string().nullable(),
  ...counts,
  /** Rows that still are to be mended, or wait. */
  open: z.number().int(),
  /** When somebody said that the rest will not be mended, who, and why. */
  closedAt: z.date().nullable(),
  closedBy: z.string().nullable(),
  closedWhy: z.string().nullable(),
});
export type FileLine = z.infer<typeof fileLine>;

const page = z.number().int().min(1).max(1000).default(1);
export const filesInput = z.object({ page });
export const filesOutput = z.object({
  /** Its records come by FHIR, so no files are taken. */
  connected: z.boolean(),
  keyMadeAt: z.date().nullable(),
  files: z.array(fileLine),
  total: z.number().int(),
  pageSize: z.number().int(),
  asOf: z.date(),
});

export const fileInput = z.object({ id: z.uuid(), page });
export const fileOutput = z.object({
  file: fileLine,
  rows: z.array(badRow),
  total: z.number().int(),
  pageSize: z.number().int(),
  asOf: z.date(),
});

export const uploadInput = z.object({
  name: z.string().trim().min(1).max(120),
  /** The bytes as they are, since their character set is for the server to find out. */
  content: z.base64().max(Math.ceil(bytesMost / 3) * 4),
});
export const uploadOutput = z.object({ id: z.uuid(), ...counts });
export type Upload = z.infer<typeof uploadOutput>;

/** What would come of a file: made by taking it in and undoing that, so nothing of it is kept. */
export const sheetOutput = z.object({
  name: z.string(),
  checkedAt: z.date(),
  ...counts,
  tables: z.array(z.object({ kind: both, ...counts })),
  /** Whose records its patients would go to: known, to be looked at by people, or apart until then. Null without patients. */
  people: z.object({ linked: z.number().int(), review: z.number().int(), alone: z.number().int() }).nullable(),
  /** Codes that nobody else knows, without a match so far. */
  gaps: z.array(z.object({ system: z.string(), code: z.string(), label: z.string(), rows: z.number().int() })),
  gapsMore: z.boolean(),
  problems: z.array(badRow),
  /** So many problems more than are listed. */
  more: z.number().int(),
});
export type PassSheet = z.infer<typeof sheetOutput>;

export const closeInput = z.object({ id: z.uuid(), why: z.string().trim().min(2).max(200) });
export const closeOutput = z.object({ rows: z.number().int() });

export const badRowsInput = z.object({ id: z.uuid() });
/** Rows that are still to be mended, with the headings of their table, a table after the other. */
export const badRowsOutput = z.object({
  tables: z.array(z.object({ kind: both, headings: z.array(z.string()), rows: z.array(z.array(z.string())) })),
});

export const keyOutput = z.object({ key: z.string(), madeAt: z.date() });

export const templateOutput = z.array(
  z.object({
    name: z.string(),
    title: both,
    columns: z.array(
      z.object({ title: both, needed: z.boolean(), about: both, words: z.array(both), example: z.string() }),
    ),
  }),
);
export type Template = z.infer<typeof templateOutput>;
