import { z } from 'zod';

export const relation = z.enum(['child', 'spouse', 'parent', 'grandparent', 'other']);
const personName = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[\p{Script=Han}\p{L}·.' -]+$/u, 'name');

/** Real-name registration of the account holder (A1). */
export const registerInput = z.object({ name: personName, idNumber: z.string().trim().min(15).max(20) });

/** A family member to book for. Under 16, the guardian declares the relation; adults prove it by their own phone's code (A2, A3). */
export const addMemberInput = z.object({
  name: personName,
  idNumber: z.string().trim().min(15).max(20),
  relation,
  guardianDeclared: z.boolean().default(false),
  phone: z
    .string()
    .trim()
    .regex(/^1[3-9]\d{9}$/)
    .nullish(),
  phoneCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullish(),
});

export const personView = z.object({
  id: z.string(),
  name: z.string(),
  sex: z.enum(['male', 'female', 'unknown']),
  birthDate: z.string(),
  age: z.number(),
  idMasked: z.string(),
  phoneMasked: z.string(),
  relation: relation.or(z.literal('self')),
});
export const familyOutput = z.object({ people: z.array(personView), limit: z.number() });
