export type Found<T> = { start: number; end: number; value: T };

/** Finds many phrases in a text at once: the longest at each place, filed under their first two characters. */
export class Phrases<T> {
  readonly #byStart = new Map<string, { phrase: string; value: T }[]>();

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of entries) {
      const key = phrase.slice(0, 2);
      const filed = this.#byStart.get(key);
      if (filed) filed.push({ phrase, value });
      else this.#byStart.set(key, [{ phrase, value }]);
    }
    for (const filed of this.#byStart.values()) filed.sort((a, b) => b.phrase.length - a.phrase.length);
  }

  /** The longest phrase that begins at `at`. */
  at(text: string, at: number): Found<T> | null {
    for (const key of [text.slice(at, at + 2), text.charAt(at)]) {
      for (const { phrase, value } of this.#byStart.get(key) ?? []) {
        if (text.startsWith(phrase, at)) return { start: at, end: at + phrase.length, value };
      }
    }
    return null;
  }

  /** Every place where a phrase begins, the longest there; overlaps are kept unless `apart`. */
  in(text: string, { apart = false } = {}): Found<T>[] {
    const found: Found<T>[] = [];
    for (let at = 0; at < text.length; at++) {
      const here = this.at(text, at);
      if (!here) continue;
      found.push(here);
      if (apart) at = here.end - 1;
    }
    return found;
  }
}

/** Text with every phrase replaced, left to right, the longest first. */
export function replaceAll(text: string, phrases: Phrases<string>): string {
  let out = '';
  let done = 0;
  for (const { start, end, value } of phrases.in(text, { apart: true })) {
    out += text.slice(done, start) + value;
    done = end;
  }
  return out + text.slice(done);
}
