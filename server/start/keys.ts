import { deriveKey } from '../kernel/sealing.ts';

/** Prints the keys of the web process, for set-ups where the supervisor does not start it. */
const secret = process.env.HUIMIN_SECRET;
if (!secret || secret.length < 32) {
  console.error('HUIMIN_SECRET is not set, or shorter than 32 characters: it is what the keys are derived from.');
  process.exit(2);
}
console.log(`AUTH_SECRET=${deriveKey(secret, 'auth').toString('hex')}`);
console.log(`INTERNAL_TOKEN=${deriveKey(secret, 'internal').toString('hex')}`);
