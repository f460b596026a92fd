import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainFailure, staleReason } from './install.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'huimin-install-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (file: string, packages: Record<string, unknown>) => {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, file), JSON.stringify({ packages }));
};
const wanted = (packages: Record<string, unknown>) => write('package-lock.json', { '': {}, ...packages });
const installed = (packages: Record<string, unknown>) => write('node_modules/.package-lock.json', packages);

describe('whether npm ci must run', () => {
  it('does when nothing was ever installed, or an installation was cut short', () => {
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {} } }));
    expect(staleReason(root)).toMatch(/not installed yet/);
  });
  it('does not when node_modules holds the very versions', () => {
    wanted({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/@s/b': { version: '2.0.0' } });
    installed({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/@s/b': { version: '2.0.0' } });
    expect(staleReason(root)).toBeNull();
  });
  it('names a version that changed and a package that came', () => {
    wanted({ 'node_modules/@s/b': { version: '2.0.1' } });
    installed({ 'node_modules/@s/b': { version: '2.0.0' } });
    expect(staleReason(root)).toBe('@s/b 2.0.0 is installed, 2.0.1 is wanted');
    wanted({ 'node_modules/a': { version: '1.0.0' } });
    expect(staleReason(root)).toBe('a is missing');
  });
  it('does not miss what belongs to other platforms', () => {
    wanted({ 'node_modules/mac-only': { version: '1.0.0', optional: true } });
    installed({});
    expect(staleReason(root)).toBeNull();
  });
  it('leaves a tree without a lock file alone', () => {
    expect(staleReason(root)).toBeNull();
  });
});

describe('why it failed', () => {
  it.each([
    ['npm error code ENOTFOUND', /registry https:\/\/r\.example could not be reached/],
    ['npm error network request failed ETIMEDOUT', /could not be reached/],
    ['npm error code ENOSPC', /disk is full/],
    ['npm error code EACCES', /cannot be written/],
    ['npm error something else', /lines above/],
  ])('%s', (stderr, sentence) => {
    expect(explainFailure(stderr, 'https://r.example')).toMatch(sentence);
  });
});
