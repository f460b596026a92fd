import { z } from 'zod';
import { entryView } from '../../records/schema.ts';
import { checkView } from './check.ts';
import { says } from './desk.ts';
import { followUpView, promptKinds } from './follow-up.ts';
import { registrationView } from './registration.ts';
import { serviceView } from './service.ts';

/** What an entry of a hospital means here, in the order it is shown. */
export const meanings = ['pregnancy', 'birth', 'loss', 'method', 'result', 'medicine', 'visit', 'other'] as const;
export type Meaning = (typeof meanings)[number];

export const ownOutput = z.object({
  /** Who serves the person, by the person's say. */
  serving: z.array(
    z.object({
      facilityId: z.string(),
      facilityName: z.string(),
      said: z.enum(['online', ...says]),
      startedAt: z.date(),
    }),
  ),
  registrations: z.array(registrationView),
  checks: z.array(checkView),
  /** Without what a worker noted for colleagues. */
  services: z.array(serviceView.omit({ note: true })),
  followUps: z.array(followUpView.omit({ note: true, tries: true, triedAt: true })),
  /** Advice after what a hospital told of, offered by a facility that does not serve the person yet; null: by none. */
  prompts: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(promptKinds),
      eventOn: z.iso.date(),
      facilityName: z.string().nullable(),
    }),
  ),
  /** What hospitals told, the latest first. */
  entries: z.array(entryView.extend({ meaning: z.enum(meanings) })),
  asOf: z.date(),
});
export type OwnPlanning = z.infer<typeof ownOutput>;
