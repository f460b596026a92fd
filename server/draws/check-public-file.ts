import { createHash } from 'node:crypto';
import { commitmentOf, drawOrder, listHashOf } from './draw-order.ts';
import { type PublicFile, publicFile } from './schema/public-file.ts';

export type Finding = { check: 'shape' | 'digest' | 'times' | 'commitment' | 'list' | 'order'; fault: string | null };

/** Hash of a file's content: keys in the order of the shape, no blanks. */
export function digestOf(file: Omit<PublicFile, 'digest'>): string {
  const { digest: _, ...rest } = publicFile.parse({ ...file, digest: '0'.repeat(64) });
  return createHash('sha256').update(JSON.stringify(rest)).digest('hex');
}

/** Does the whole draw again from the public file alone; every check is named, with its fault or null. */
export function checkPublicFile(content: unknown): Finding[] {
  const read = publicFile.safeParse(content);
  if (!read.success) {
    const [issue] = read.error.issues;
    return [{ check: 'shape', fault: `${issue?.path.join('.') || 'file'}: ${issue?.message}` }];
  }
  const file = read.data;
  return [
    { check: 'shape', fault: null },
    {
      check: 'digest',
      fault: digestOf(file) === file.digest ? null : 'the content was changed after it was published',
    },
    { check: 'times', fault: timesFault(file) },
    { check: 'commitment', fault: commitmentFault(file) },
    { check: 'list', fault: listFault(file) },
    { check: 'order', fault: orderFault(file) },
  ];
}

function timesFault({ committedAt, opensAt, closesAt, drawnAt }: PublicFile): string | null {
  const [promised = 0, opens = 0, closes = 0, drawn = 0] = [committedAt, opensAt, closesAt, drawnAt].map((at) =>
    Date.parse(at),
  );
  if (promised > opens) return 'the seed was promised only after requests were taken';
  if (opens >= closes) return 'requests closed before they opened';
  return closes > drawn ? 'the draw was done before requests closed' : null;
}

function commitmentFault(file: PublicFile): string | null {
  const { facilityId, sessionId } = file;
  const promised = { facilityId, sessionId, opensAt: new Date(file.opensAt), closesAt: new Date(file.closesAt) };
  return commitmentOf(promised, file.seed) === file.commitment ? null : 'the seed is not the one that was promised';
}

function listFault({ entries, listHash, tickets }: PublicFile): string | null {
  if (new Set(entries.map(({ id }) => id)).size < entries.length) return 'a request is listed twice';
  if (tickets.some((number, i) => i > 0 && number <= (tickets[i - 1] ?? 0))) return 'the numbers are not in order';
  return listHashOf(entries) === listHash ? null : 'requests were added, removed or changed';
}

/** Walks the order of the draw: whoever comes up gets the lowest number left, until there is none. */
function orderFault({ seed, entries, tickets }: PublicFile): string | null {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const left = [...tickets];
  for (const [i, id] of drawOrder(seed, entries).entries()) {
    const entry = byId.get(id);
    const name = `request ${id} at place ${i + 1}`;
    if (!entry) return `${name} is not listed`;
    if (left.length === 0) {
      if (entry.result !== 'lost') return `${name} has a result, but no number was left`;
      continue;
    }
    if (entry.result === 'lost') return `${name} lost, though ${left.length} numbers were left`;
    if (entry.result === 'passed') continue;
    const at = left.indexOf(entry.ticket);
    if (at < 0) return `${name} has number ${entry.ticket}, which was not left`;
    if (entry.later ? at === 0 : at > 0) return `${name} has number ${entry.ticket} instead of ${left[0]}`;
    left.splice(at, 1);
  }
  return null;
}
