import { expect, test } from 'vitest';
import { oneAhead } from './search-pages.ts';

type Told = (what: string) => void;
async function* hospital(tell: Told, pages: number, breaksAt = Number.POSITIVE_INFINITY): AsyncGenerator<number> {
  try {
    for (let page = 1; page <= pages; page += 1) {
      tell(`asked ${page}`);
      await Promise.resolve();
      if (page === breaksAt) throw new Error(`page ${page}`);
      yield page;
    }
  } finally {
    tell('closed');
  }
}

/** What happens in which order while each page takes some turns of the loop to be taken over. */
async function taken(pages: number, options: { breaksAt?: number; stopAt?: number } = {}): Promise<string[]> {
  const story: string[] = [];
  try {
    for await (const page of oneAhead(hospital((what) => story.push(what), pages, options.breaksAt))) {
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      story.push(`took ${page}`);
      if (page === options.stopAt) break;
    }
    story.push('done');
  } catch (error) {
    story.push(`failed at ${(error as Error).message}`);
  }
  return story;
}

test('each page is asked for while the one before is taken over, in order and to the end', async () => {
  expect(await taken(3)).toEqual([
    ...['asked 1', 'asked 2', 'took 1', 'asked 3', 'took 2', 'closed', 'took 3', 'done'],
  ]);
  expect(await taken(0)).toEqual(['closed', 'done']);
});

test('a page that fails is told when it is its turn: what came before it is taken over', async () => {
  expect(await taken(3, { breaksAt: 2 })).toEqual(['asked 1', 'asked 2', 'closed', 'took 1', 'failed at page 2']);
});

test('who stops asks for no more than the one page ahead', async () => {
  expect(await taken(5, { stopAt: 1 })).toEqual(['asked 1', 'asked 2', 'took 1', 'closed', 'done']);
});
