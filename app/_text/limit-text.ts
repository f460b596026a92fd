import type { z } from 'zod';
import type { limits } from '#server/schedules/schema.ts';
import type { Text } from './server.ts';

/** Whom a department sees, in words; null when it sees everybody. */
export function wordLimits(t: Text['t'], given: z.infer<typeof limits> | null): string | null {
  if (!given) return null;
  const { minAge, maxAge, sex } = given;
  const ages =
    minAge !== null && maxAge !== null
      ? t('rules.limits.between', { from: minAge, to: maxAge })
      : minAge !== null
        ? t('rules.limits.from', { age: minAge })
        : maxAge !== null
          ? t('rules.limits.to', { age: maxAge })
          : null;
  const people = sex ? t(sex === 'female' ? 'rules.limits.women' : 'rules.limits.men') : null;
  return [people, ages].filter(Boolean).join(' · ') || null;
}
