'use client';

import type { RuleContent } from '#server/navigation/learn/schema.ts';
import { TryPanel } from './try-panel.tsx';

/** Trying a version that is saved already. */
export const SavedTry = ({ rule, ends }: { rule: RuleContent; ends: boolean }) => (
  <TryPanel rule={() => ({ rule, ends })} />
);
