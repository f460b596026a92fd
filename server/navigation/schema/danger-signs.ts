import { z } from 'zod';
import { bilingual } from '../understand/schema.ts';

export const signIds = [
  'pregnancy-blood',
  'pregnancy-head',
  'pregnancy-still',
  'child-drink',
  'child-limp',
  'child-newborn',
  'breath',
  'chest',
  'stroke',
  'mind',
  'blood',
  'pain',
  'swelling',
  'injury',
  'poison',
  'self',
] as const;
export const signId = z.enum(signIds);
export type SignId = z.infer<typeof signId>;

/** What was tapped on the list of danger signs; `unasked` asks for the list before any advice. */
export const toldSigns = z.union([z.literal('unasked'), z.array(signId).max(signIds.length)]);
export const signView = z.object({ id: signId, name: bilingual });
