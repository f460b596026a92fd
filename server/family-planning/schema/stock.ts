import { z } from 'zod';
import { handedOut } from './methods.ts';

const day = z.iso.date();
const about = z.string().trim().max(100);

export const movementKinds = ['received', 'issued', 'handed-over', 'counted', 'written-off'] as const;
export type MovementKind = (typeof movementKinds)[number];
/** One batch: lots of one maker with another expiry are another. */
const batch = z.object({ item: z.enum(handedOut), lot: z.string().trim().min(1).max(30), expiresOn: day });
export type BatchKey = z.infer<typeof batch>;

/** Made by the form: saved twice it is one movement. */
const key = z.uuid();
const some = z.number().int().min(1).max(100_000);
/** From whom it came, who takes it to the village, what the count differs by and why; what has expired goes as a whole. */
export const moveStockInput = z.discriminatedUnion('kind', [
  batch.extend({ key, kind: z.literal('received'), quantity: some, about: about.min(2) }),
  batch.extend({ key, kind: z.literal('handed-over'), quantity: some, about: about.min(2) }),
  batch.extend({ key, kind: z.literal('counted'), found: z.number().int().min(0).max(100_000), about }),
  batch.extend({ key, kind: z.literal('written-off'), about }),
]);
export type StockMove = z.infer<typeof moveStockInput>;
export const movedStock = z.object({ onHand: z.number().int() });

export const stockInput = z.object({ cursor: z.string().max(80).nullish() });
export const stockOutput = z.object({
  /** Of each that the place keeps: what can be issued, what went out in the last 90 days, and until when it lasts at that. */
  items: z.array(
    z.object({
      item: z.enum(handedOut),
      onHand: z.number().int(),
      used: z.number().int(),
      lastsUntil: day.nullable(),
      /** Before this quarter is over. */
      short: z.boolean(),
    }),
  ),
  batches: z.array(batch.extend({ onHand: z.number().int(), state: z.enum(['good', 'expiring', 'expired']) })),
  movements: z.array(
    batch.extend({
      id: z.uuid(),
      kind: z.enum(movementKinds),
      quantity: z.number().int(),
      about: z.string(),
      movedAt: z.date(),
      workerName: z.string(),
    }),
  ),
  next: z.string().nullable(),
  asOf: z.date(),
});
export type Stock = z.infer<typeof stockOutput>;
