import { z } from 'zod';

/** Two decimals are about a kilometre: enough to sort hospitals by, too little to find a door. */
const coarse = (degrees: number) => Math.round(degrees * 100) / 100;

/** Where the way begins: an area of the tree, or the device's position, which is coarsened on arrival. */
export const originInput = z.union([
  z.object({ regionCode: z.string().regex(/^\d{12}$/) }),
  z.object({ lon: z.number().min(70).max(140).transform(coarse), lat: z.number().min(0).max(60).transform(coarse) }),
]);
export type OriginInput = z.infer<typeof originInput>;

/** What the way was reckoned from. `own`: where the signed-in resident lives; null: nothing was known. */
export const originView = z
  .object({ kind: z.enum(['area', 'position', 'own']), regionCode: z.string(), name: z.string() })
  .nullable();
export type OriginView = z.infer<typeof originView>;

/** An estimate from the distance as the crow flies: roads and traffic are not known here. */
export const travelView = z.object({ km: z.number(), minutes: z.number() });
export type TravelView = z.infer<typeof travelView>;
