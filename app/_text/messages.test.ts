import { describe, expect, it } from 'vitest';
import { locales } from './locale.ts';
import { messagesOf } from './messages.ts';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}
const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map((m) => m[1]))].sort();
const own = new Map(flatten(messagesOf('zh-CN') as unknown as Tree));

describe.each(locales)('%s', (locale) => {
  const other = new Map(flatten(messagesOf(locale) as unknown as Tree));
  it('has the same keys as Chinese', () => {
    expect([...other.keys()].sort()).toEqual([...own.keys()].sort());
  });
  it('has the same placeholders in each text', () => {
    const odd = [...own].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(other.get(key) ?? '').join(),
    );
    expect(odd.map(([key]) => key)).toEqual([]);
  });
  it('has no empty text', () => {
    expect([...other].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });
});
