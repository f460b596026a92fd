import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.string().min(1, 'names the Postgres database, e.g. postgres://user@host/huimin'),
  HUIMIN_SECRET: z.string().min(32, 'is the root secret, at least 32 characters; keep it safe: sealed data needs it'),
  HUIMIN_DEMO: z.enum(['0', '1']).default('0'),
  HUIMIN_PUBLIC_URL: z.url().default('http://localhost:3000'),
  HUIMIN_SMS_URL: z.url().optional(),
  HUIMIN_SMS_TOKEN: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().default(3000),
  SHARE_PORT: z.enum(['0', '1']).default('0'),
  WEB_URL: z.url().default('http://127.0.0.1:3001'),
  POOL_MAX: z.coerce.number().int().min(1).max(200).default(16),
});
export type Env = z.infer<typeof schema>;

/** Reads the environment once at start; says which setting is wrong and what it is for. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  throw new Error(`The settings are incomplete:\n${lines.join('\n')}`);
}
