import { z } from 'zod';

export const phone = z
  .string()
  .trim()
  .regex(/^1[3-9]\d{9}$/, 'phone');
export const requestCodeInput = z.object({ phone });
export const requestCodeOutput = z.object({
  /** Seconds until another code may be asked for. */
  retryAfter: z.number(),
  /** Demo mode only: the code that a phone would have received. */
  demoCode: z.string().nullable(),
});
export const exchangeCodeInput = z.object({
  phone,
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
});
export const exchangePasswordInput = z.object({
  login: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(200),
  totp: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
});
/** Only the web process sees a sid: it goes into next-auth's encrypted cookie and nowhere else. */
export const exchangeOutput = z.object({
  sid: z.string(),
  accountId: z.string(),
  name: z.string(),
  kind: z.enum(['resident', 'staff', 'official']),
  expiresAt: z.date(),
});

export const meOutput = z.object({
  kind: z.enum(['anonymous', 'resident', 'staff', 'official']),
  name: z.string(),
  demo: z.boolean(),
  residentId: z.string().nullable(),
  facility: z.object({ id: z.string(), name: z.string() }).nullable(),
  roles: z.array(z.string()),
  region: z.object({ code: z.string(), name: z.string(), level: z.number() }).nullable(),
});

export const demoAccount = z.object({
  kind: z.enum(['resident', 'staff', 'official']),
  label: z.string(),
  phone: z.string().nullable(),
  login: z.string().nullable(),
  password: z.string().nullable(),
  totp: z.string().nullable(),
});
export const demoAccountsOutput = z.array(demoAccount);
