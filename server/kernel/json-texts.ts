/** What becomes of a value that stands in a JSON text; `key` is the name it stands under, or the list it is in. */
export type Rewrite = {
  text: (value: string, key: string) => string;
  number: (written: string, key: string) => string;
};

const quote = '"';
const numbers = /-?\d[\d.eE+-]*/g;

/**
 * A JSON text with its strings and numbers rewritten; everything else stays to the byte, decimals too. Goes
 * through once and by index, since no regular expression takes a string of megabytes.
 */
export function rewriteJson(json: string, { text, number }: Rewrite): string {
  let done = '';
  let key = '';
  for (let at = 0; ; ) {
    const open = json.indexOf(quote, at);
    const between = open < 0 ? json.slice(at) : json.slice(at, open);
    done += between.replace(numbers, (written) => number(written, key));
    if (open < 0) return done;
    at = afterString(json, open);
    const written = json.slice(open, at);
    const value = JSON.parse(written) as string;
    if (isKey(json, at)) key = value;
    const told = text(value, key);
    done += told === value ? written : JSON.stringify(told);
  }
}

function afterString(json: string, open: number): number {
  for (let i = open + 1; ; ) {
    const end = json.indexOf(quote, i);
    if (end < 0) throw new SyntaxError('a string without an end');
    let slashes = 0;
    while (json[end - 1 - slashes] === '\\') slashes++;
    i = end + 1;
    if (slashes % 2 === 0) return i;
  }
}

const colon = /\s*:/y;
function isKey(json: string, at: number): boolean {
  colon.lastIndex = at;
  return colon.test(json);
}
