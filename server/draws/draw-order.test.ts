import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawOrder, listHashOf } from './draw-order.ts';

/** Repeatable seeds and ids: what is drawn here is the same on every machine. */
const hex = (name: string) => createHash('sha256').update(name).digest('hex');
/** Ids that rise with arrival, the worst case for a draw that would lean on them. */
const idOf = (arrival: number) => `00000000-0000-4000-8000-${String(arrival).padStart(12, '0')}`;

/** Pearson's statistic of wins in groups of equal chances. */
function chiSquare(wins: number[], sizes: number[]): number {
  const all = wins.reduce((sum, n) => sum + n, 0);
  const size = sizes.reduce((sum, n) => sum + n, 0);
  return wins.reduce((sum, n, i) => {
    const expected = (all * (sizes[i] ?? 0)) / size;
    return sum + (n - expected) ** 2 / expected;
  }, 0);
}

describe('the order of a draw', () => {
  const channels = ['web', 'desk', 'phone', 'grassroots'];
  // three of five come by phone or computer, and everybody in the order of arrival 0 … 19
  const channelOf = (arrival: number) => (arrival % 5 < 3 ? 'web' : (channels[1 + (arrival % 3)] ?? 'desk'));

  it('knows neither arrival nor channel: chi-square over 10,000 draws', () => {
    const [people, numbers, rounds, tenths] = [20, 4, 10_000, 10];
    const byArrival = Array.from({ length: tenths }, () => 0);
    const byChannel = new Map(channels.map((channel) => [channel, 0]));
    for (let round = 0; round < rounds; round += 1) {
      const entries = Array.from({ length: people }, (_, arrival) => ({
        id: idOf(round * people + arrival),
        channel: channelOf(arrival),
      }));
      const arrivals = new Map(entries.map(({ id }, arrival) => [id, arrival]));
      for (const id of drawOrder(hex(`seed ${round}`), entries).slice(0, numbers)) {
        const arrival = arrivals.get(id) ?? -1;
        const tenth = Math.floor((arrival * tenths) / people);
        byArrival[tenth] = (byArrival[tenth] ?? 0) + 1;
        const channel = channelOf(arrival);
        byChannel.set(channel, (byChannel.get(channel) ?? 0) + 1);
      }
    }
    const sizes = channels.map(
      (channel) => Array.from({ length: people }, (_, i) => channelOf(i)).filter((c) => c === channel).length,
    );
    // critical values at p = 0.001: 27.88 with nine degrees of freedom, 16.27 with three
    expect(
      chiSquare(
        byArrival,
        byArrival.map(() => 1),
      ),
    ).toBeLessThan(27.88);
    expect(
      chiSquare(
        channels.map((c) => byChannel.get(c) ?? 0),
        sizes,
      ),
    ).toBeLessThan(16.27);
  }, 240_000);

  it('finds a bias that is there: with one tenth twice as likely the same statistic is far out', () => {
    const wins = Array.from({ length: 10 }, (_, i) => (i === 0 ? 7_272 : 3_636));
    expect(
      chiSquare(
        wins,
        wins.map(() => 1),
      ),
    ).toBeGreaterThan(27.88);
  });

  it('does not depend on the order in which requests are given', () => {
    const entries = Array.from({ length: 50 }, (_, i) => ({ id: idOf(i), channel: channelOf(i) }));
    expect(drawOrder(hex('s'), entries.toReversed())).toEqual(drawOrder(hex('s'), entries));
    expect(listHashOf(entries.toReversed())).toBe(listHashOf(entries));
  });

  it('is another one when a single request joins', () => {
    const entries = Array.from({ length: 50 }, (_, i) => ({ id: idOf(i), channel: 'web' }));
    const more = [...entries, { id: idOf(51), channel: 'web' }];
    const ids = new Set(entries.map(({ id }) => id));
    expect(drawOrder(hex('s'), more).filter((id) => ids.has(id))).not.toEqual(drawOrder(hex('s'), entries));
  });
});
