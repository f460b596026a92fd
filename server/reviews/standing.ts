import type { Standing } from './schema.ts';

/** Counts of findings `f` by where they stand, as one json; the next parameter is the moment. */
export const standingOf = (now: string): string => `json_build_object(
  'proposed', count(*) filter (where f.state = 'proposed'), 'confirmed', count(*) filter (where f.state = 'confirmed'),
  'returned', count(*) filter (where f.state = 'returned'),
  'overdue', count(*) filter (where f.state = 'returned' and f.due_at < ${now}),
  'answered', count(*) filter (where f.state = 'answered'), 'closed', count(*) filter (where f.state = 'closed'),
  'dismissed', count(*) filter (where f.state = 'dismissed')) as standing`;

export const noFindings: Standing = {
  ...{ proposed: 0, confirmed: 0, returned: 0, overdue: 0, answered: 0, closed: 0, dismissed: 0 },
};
const keys = Object.keys(noFindings) as (keyof Standing)[];
export const sumStanding = (all: readonly Standing[]): Standing =>
  Object.fromEntries(keys.map((key) => [key, all.reduce((sum, one) => sum + one[key], 0)])) as Standing;
