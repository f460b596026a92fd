import { type Guard, guard } from './guard.ts';

const take = 'records/open-to-take.ts';
const route = { before: ['/fhir/take'] };
const identity = { before: ['identity.'] };

/** A record that is carried away as a file, and whose record it is at all. */
export const takingGuards: readonly Guard[] = [
  guard(
    'staff carry nothing away without the person’s own code',
    take,
    "if (staff && (await findGround(ctx, residentId))?.basis !== 'shared') throw refused('take-needs-code');",
    '',
    { ...route, against: ['doctorLately'] },
  ),
  guard('staff carry away nothing that is guarded', take, 'staff ? [] : topics', 'topics', {
    ...route,
    against: ['shared'],
  }),
  guard(
    'what is guarded comes along when it was named',
    take,
    "topic === 'general' || named.includes(topic)",
    "topic === 'general' || true",
    { ...route, against: ['self'] },
  ),
  guard('own entries stay where they are', take, 'topics: taken, ownFacility: null', 'topics: taken', {
    ...route,
    against: ['shared'],
  }),
  guard('no file for another’s page', 'http/take-route.ts', ' || foreignOrigin(headers, publicUrl)', '', {
    ...route,
    against: ['self'],
  }),
  guard(
    'a doubtful patient of the official’s own area',
    'records/identity/policy.ts',
    "if (!own || !paths.some((path) => path.startsWith(own))) throw notFound('identity-case');",
    '',
    { ...identity, net: true, against: ['officialOther'] },
  ),
];
