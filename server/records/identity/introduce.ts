import { regionDay } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import type { Stamp } from '../rules.ts';
import { keysOf } from './match/keys.ts';
import { type IdentityFacts, type Portrait, portray } from './match/portrait.ts';

/** What a hospital says of its patient, with telephone numbers as it wrote them. */
export type PatientTold = Stamp & Omit<IdentityFacts, 'kinNumbers'> & { sourceId: string };

/** Somebody as the matcher knows them; `keys` is what to look for, `kept` what to be found by. */
export type Introduced = { facts: IdentityFacts; portrait: Portrait; keys: string[]; kept: string[] };

type Keys = Pick<Context, 'sealing' | 'clock'>;

// what desks type to get past the field: it is everybody's and says nothing
const desks = /^(\d)\1{6,}$|^1(?:3800138000|3800000000|2345678901|3912345678)$|^0?12345678/;

/** The keyed hashes of telephone numbers that belong to somebody. */
export const hashPhones = (ctx: Keys, phones: readonly string[]): string[] =>
  phones
    .map((one) =>
      one
        .normalize('NFKC')
        .replace(/[\s()（）-]/g, '')
        .replace(/^(?:\+|00)?86(?=1\d{10}$)/, ''),
    )
    .filter((one) => /^\d{7,12}$/.test(one) && !desks.test(one))
    .map((one) => ctx.sealing.hash('phone', one));

/** The portrait of what is known, and its keys; `phones` and `kinNumbers` of the facts are hashes already. */
export function introduce(ctx: Keys, facts: IdentityFacts): Introduced {
  const read = portray(facts, regionDay(ctx.clock.now()));
  const parents = read.kinNumber ? [ctx.sealing.hash('kin', read.kinNumber)] : [];
  const kinNumbers = [...new Set([...facts.kinNumbers, ...parents])];
  const portrait = { ...read, kinNumbers };
  const hashed = (use: 'keep' | 'search') => keysOf(portrait, use).map((key) => keyOf(ctx, key));
  return { facts: { ...facts, kinNumbers }, portrait, keys: hashed('search'), kept: hashed('keep') };
}

/** 64 bits of a keyed hash, as Postgres keeps whole numbers: who steals the table cannot try names against it. */
const keyOf = ({ sealing }: Keys, key: string): string =>
  BigInt.asIntN(64, BigInt(`0x${sealing.hash('identity', key).slice(0, 16)}`)).toString();
