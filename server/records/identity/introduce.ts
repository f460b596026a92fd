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

type Drawn = Pick<Introduced, 'facts' | 'portrait'>;

/** The portrait of what is known; `phones` and `kinNumbers` of the facts are hashes already. */
export function draw(ctx: Keys, facts: IdentityFacts): Drawn {
  const read = portray(facts, regionDay(ctx.clock.now()));
  const parents = read.kinNumber ? [ctx.sealing.hash('kin', read.kinNumber)] : [];
  const kinNumbers = [...new Set([...facts.kinNumbers, ...parents])];
  return { facts: { ...facts, kinNumbers }, portrait: { ...read, kinNumbers } };
}

/** The portrait with its keys, for who is looked for or to be found: two thirds of the work are the keys. */
export function introduce(ctx: Keys, facts: IdentityFacts): Introduced {
  const drawn = draw(ctx, facts);
  const kept = keysOf(drawn.portrait, 'keep');
  const hashed = new Map(kept.map((key) => [key, keyOf(ctx, key)]));
  const keys = keysOf(drawn.portrait, 'search').map((key) => hashed.get(key) ?? keyOf(ctx, key));
  return { ...drawn, keys, kept: kept.map((key) => hashed.get(key) ?? '') };
}

/** 64 bits of a keyed hash, as Postgres keeps whole numbers: who steals the table cannot try names against it. */
const keyOf = ({ sealing }: Keys, key: string): string =>
  BigInt.asIntN(64, BigInt(`0x${sealing.hash('identity', key).slice(0, 16)}`)).toString();
