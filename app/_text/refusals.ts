import { globSync, readFileSync } from 'node:fs';

/** Calls that refuse, with what their first word becomes on the screen. */
const calls = /\b(refused|invalid|conflict|notFound|impossible)\(\s*'([a-z][a-z-]*)'/g;
/** Verdicts of pure rules (`{ rule: 'full' }`, `const rule = late ? 'a' : 'b'`), which a write throws as they are. */
const verdicts = /\brule(?::| =) ([^,;\n}]*)/g;
const words = /'([a-z][a-z-]*)'/g;
/** The guide weighs departments, and records are matched, by rules of their own: reasons, not refusals. */
const reasonsOnly = /^server\/(navigation|his-sync|records|reviews)\//;

/** Every rule by which the server can refuse, found in its source, with a file that does. */
export function findRefusals(root: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of globSync('server/**/*.ts', { cwd: root })) {
    if (/\.test\.ts$|\/testing\/|^server\/(start|walls)\//.test(path)) continue;
    const text = readFileSync(`${root}/${path}`, 'utf8');
    for (const [, call, word] of text.matchAll(calls))
      found.set(call === 'notFound' ? `${word}-not-found` : String(word), path);
    if (reasonsOnly.test(path)) continue;
    for (const [, value = ''] of text.matchAll(verdicts)) {
      // of a condition only what it leads to
      const outcome = value.slice(value.indexOf('?') + 1);
      for (const [, word] of outcome.matchAll(words)) found.set(String(word), path);
    }
  }
  return found;
}
