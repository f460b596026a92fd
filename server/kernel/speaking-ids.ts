import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { replaceIdNumbers } from './id-numbers-in.ts';
import { maskIdNumber } from './national-id.ts';

/** For ids that hospitals make of identity cards: here the number in them lies sealed, and yet each stays one and the same. */
export type SpeakingIds = {
  /** The id with each number of a card in it replaced; what holds none stays as it is. */
  hide: (id: string) => string;
  /** What the hospital itself calls it. */
  open: (text: string) => string;
  /** For people: the number masked, so that the hospital finds its own again. */
  show: (text: string) => string;
};

const prefix = 'hid';
const tokens = /hid([a-z2-7]{26})/g;
const letters = 'abcdefghijklmnopqrstuvwxyz234567';
const marks = '0123456789Xx';
const empty = 15;
const version = 1;
/** One block: version, 18 characters in 9 bytes, after which of them a hyphen stands in 3, and 3 bytes of nothing as a check. */
const blockBytes = 16;

/**
 * One block of AES for each number, always the same for the same one, so that references meet and no table of ids is
 * kept. A number written with anything but hyphens cannot be opened again; no address of FHIR can hold such a one.
 */
export function createSpeakingIds(key: Buffer): SpeakingIds {
  // block by block without a state: made once, each is a tenth of the work
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const sealed = (block: Buffer): Buffer => cipher.update(block);
  const opened = (token: string): string | null => unpacked(decipher.update(fromLetters(token)));
  const hashed = (written: string) => createHmac('sha256', key).update(written).digest().subarray(0, blockBytes);
  const replaceTokens = (text: string, replace: (number: string | null, token: string) => string): string =>
    text.includes(prefix) ? text.replace(tokens, (token, own: string) => replace(opened(own), token)) : text;
  return {
    hide: (id) =>
      replaceIdNumbers(id, (written) => {
        const block = packed(written);
        return prefix + toLetters(block ? sealed(block) : hashed(written));
      }),
    open: (text) => replaceTokens(text, (number, token) => number ?? token),
    show: (text) =>
      replaceTokens(text, (number, token) =>
        number ? maskIdNumber(number.replaceAll('-', '')) : `${token.slice(0, 9)}…`,
      ),
  };
}

function packed(written: string): Buffer | null {
  const block = Buffer.alloc(blockBytes);
  const codes: number[] = [];
  let hyphens = 0;
  for (const char of written) {
    const code = marks.indexOf(char);
    const bit = 1 << (codes.length - 1);
    if (code >= 0) codes.push(code);
    else if (char === '-' && !(hyphens & bit)) hyphens |= bit;
    else return null;
  }
  block[0] = version;
  for (let i = 0; i < 9; i++) block[1 + i] = ((codes[2 * i] ?? empty) << 4) | (codes[2 * i + 1] ?? empty);
  block.writeUIntBE(hyphens, 10, 3);
  return block;
}

function unpacked(block: Buffer): string | null {
  if (block[0] !== version || block.readUIntBE(13, 3) !== 0) return null;
  const codes = [...block.subarray(1, 10)].flatMap((byte) => [byte >> 4, byte & 15]).filter((code) => code !== empty);
  const hyphens = block.readUIntBE(10, 3);
  return codes.map((code, i) => marks.charAt(code) + (hyphens & (1 << i) ? '-' : '')).join('');
}

/** Lower-case letters and digits, as every id may hold; base64 has characters that FHIR does not let stand. */
function toLetters(block: Buffer): string {
  let rest = BigInt(`0x${block.toString('hex')}`);
  let text = '';
  for (let i = 0; i < 26; i++, rest >>= 5n) text = letters.charAt(Number(rest & 31n)) + text;
  return text;
}

function fromLetters(text: string): Buffer {
  const bits = [...text].reduce((sum, char) => (sum << 5n) | BigInt(letters.indexOf(char)), 0n);
  return Buffer.from(BigInt.asUintN(128, bits).toString(16).padStart(32, '0'), 'hex');
}
