import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readQuestions } from '../training/examples.ts';
import { packModel, softmax, unpackModel } from './linear-model.ts';
import manifest from './manifest.json' with { type: 'json' };
import { trainedModel } from './trained.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const weights = readFileSync(here('./weights.bin'));
const dataDir = process.env.NAVIGATION_DATA ?? here('../../../../../shared/data');
const hasData = existsSync(join(dataDir, 'triage_dev.jsonl'));

describe('the weights', () => {
  it('are those that the manifest names, and small', () => {
    expect(createHash('sha256').update(weights).digest('hex')).toBe(manifest.weightsSha256);
    expect(weights.length).toBeLessThan(3_000_000);
    expect(manifest.sources).toBe('cmdd cmtmedqa toyhom_im');
  });
  it('come out of a file as they went in, and a file for other features is refused', () => {
    expect(packModel(unpackModel(weights)).equals(weights)).toBe(true);
    expect(() => unpackModel(weights.subarray(0, -4))).toThrow('navigation:train');
    expect(trainedModel()).toBe(trainedModel());
  });
  it('give shares that add up to one', () => {
    const shares = softmax(Float64Array.from([1000, 999, -1000]));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(shares[0]).toBeCloseTo(0.731, 3);
  });
});

describe.skipIf(!hasData)('with the data at hand', () => {
  it('no question of it is in the repository', () => {
    // eight characters in a row of a question are a quotation; shorter ones are words
    const room = here('..');
    const written = readdirSync(room, { recursive: true, encoding: 'utf8' })
      .map((name) => join(room, name))
      .filter((file) => /\.(ts|json)$/.test(file) && statSync(file).isFile())
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const lines = new Set(written.split(/[\n`'"]/).map((line) => line.trim()));
    const quoted = readQuestions(dataDir).filter(
      ({ text }) => text.length >= 10 && (lines.has(text) || written.includes(text)),
    );
    expect(quoted.map(({ id }) => id)).toEqual([]);
  });
});
