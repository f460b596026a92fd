import { createHash } from 'node:crypto';
import { connectedHospitals } from './connected-hospitals.ts';
import type { SeedKernel } from './kernel.ts';
import type { SeedOptions } from './main.ts';
import { derivedId } from './random.ts';

/** A kernel that hides nothing, so that a test can read what was sealed. */
export const openKernel: SeedKernel = {
  seal: (plain) => `sealed:${plain}`,
  hash: (kind, value) => createHash('sha256').update(`${kind} ${value}`).digest('hex'),
  residentId: (idNumber) => derivedId(`resident ${idNumber}`),
  maskIdNumber: (idNumber) => `${idNumber.slice(0, 4)}**********${idNumber.slice(-4)}`,
  maskPhone: (phone) => `${phone.slice(0, 3)}****${phone.slice(-4)}`,
  hashPassword: async (password) => `hashed:${password}`,
};

export const demoSeed = (changes: Partial<SeedOptions> & { his?: number } = {}): SeedOptions => ({
  scale: 'demo',
  residents: 600,
  today: '2026-05-04',
  demo: true,
  connected: connectedHospitals(changes.his ?? 32, openKernel.hash),
  sandboxUrl: 'http://127.0.0.1:9',
  kernel: openKernel,
  ...changes,
});
