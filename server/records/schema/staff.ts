import { z } from 'zod';
import { entryView, resultLine, visitsInput, visitView } from '../schema.ts';

export const patientInput = z.object({ residentId: z.uuid() });
export const ofAppointmentInput = z.object({ appointmentId: z.uuid() });
export const findPatientInput = z.object({
  name: z.string().trim().min(2).max(40),
  idNumber: z.string().trim().min(15).max(20),
});

const basis = z.enum(['appointment', 'encounter', 'shared', 'glass', 'area']);
export const groundOutput = z.object({
  basis: basis.nullable(),
  until: z.date().nullable(),
  /** Why it is closed: nothing but an emergency opens it, or not to this reader at all. */
  closed: z.enum(['glass-needed', 'record-closed']).nullable(),
  encounterDays: z.number().int(),
  glassHours: z.number().int(),
  /** Of a centre or clinic: so many days after a request at its desk it sees a summary of who lives around it. */
  areaDays: z.number().int().nullable(),
});

export const patientOutput = z.object({
  person: z.object({
    name: z.string(),
    sex: z.enum(['male', 'female', 'unknown']),
    age: z.number().int().nullable(),
    idMasked: z.string(),
  }),
  basis,
  until: z.date(),
  allergies: z.array(entryView),
  medicines: z.array(entryView),
  problems: z.array(entryView),
  results: z.array(resultLine),
  visits: z.array(visitView),
  next: z.string().nullable(),
  /** The person does not open to this facility what others wrote. */
  ownOnly: z.boolean(),
  /** An allergy or a medicine in use is kept back: ask before prescribing. */
  askFirst: z.boolean(),
  asOf: z.date(),
});
export type PatientView = z.infer<typeof patientOutput>;
export const recentOutput = z.object({ results: z.array(resultLine), asOf: z.date() });
export const patientVisitsInput = visitsInput;
