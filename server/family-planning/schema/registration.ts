import { z } from 'zod';

const day = z.iso.date();

/** What is declared: which child it would be. Whether one is married is asked only where the rule of the day asks. */
export const declaration = z.object({
  childOrder: z.number().int().min(1).max(9),
  married: z.boolean().nullish(),
});

export const registrationView = z.object({
  id: z.uuid(),
  facilityId: z.string(),
  facilityName: z.string(),
  channel: z.enum(['online', 'desk']),
  /** The rule that judged it, by the day from which it holds. */
  rule: day,
  childOrder: z.number().int(),
  registeredOn: day,
  validUntil: day,
  /** `over`: its time has run out and nobody has closed it. */
  state: z.enum(['valid', 'over', 'withdrawn', 'expired', 'born']),
});
export type RegistrationView = z.infer<typeof registrationView>;

export const declareInput = declaration.extend({ facilityId: z.string().min(1).max(20) });
export const registerInput = declaration.extend({ residentId: z.uuid() });
export const withdrawInput = z.object({ id: z.uuid() });
export const declared = z.object({ id: z.uuid(), validUntil: day });

/** Centres that may serve the person: of the own township first, else by the county that is asked for. */
export const servingInput = z.object({
  regionCode: z
    .string()
    .regex(/^\d{12}$/)
    .nullish(),
});
export const servingOutput = z.object({
  facilities: z.array(z.object({ id: z.string(), name: z.string(), address: z.string(), phone: z.string() })),
  rule: z.object({ from: day, validYears: z.number().int(), asksMarriage: z.boolean() }),
  asOf: z.date(),
});
