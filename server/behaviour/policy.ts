import type { ActorOf } from '../kernel/context.ts';

/**
 * Which flags an official may see and judge, as a condition on behaviour_flags b with two parameters: accounts act all over the
 * province, so its officials and those of its cities see all of them; those of smaller areas what happened at a facility of theirs.
 */
export const seenBy = (wide: string, path: string): string =>
  `(${wide} or exists (select 1 from facilities f where f.id = b.facility_id and starts_with(f.region_path, ${path})))`;

export const reachOf = ({ level, regionPath }: ActorOf<'official'>): [wide: boolean, path: string] => [
  level <= 2,
  regionPath,
];
