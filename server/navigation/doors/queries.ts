import type { z } from 'zod';
import type { OpeningHours } from '#db/schema/navigation/services.ts';
import { regionDay } from '../../kernel/clock.ts';
import type { Context, ContextOf } from '../../kernel/context.ts';
import { findOrigin, type Origin } from '../find-origin.ts';
import type { DoorView, openNowInput, openNowOutput, ownServicesOutput, ServiceKind } from '../schema/services.ts';
import { travelOf } from '../travel.ts';
import { isStale, openStateAt, reviewDays } from './hours.ts';

type Reader = Pick<Context, 'db' | 'clock'>;
type Row = Omit<DoorView, 'always' | 'open' | 'changesAt' | 'travel' | 'stale' | 'hours'> & {
  facilityId: string;
  available: boolean;
  hours: OpeningHours;
};
export type Door = DoorView & { facilityId: string };

/** All doors of a kind: at most one a facility, so the whole province is some hundred rows. Hot: prepared. */
const doorsOfKind = {
  name: 'list-doors',
  text: `select s.kind, f.id as "facilityId", f.name as "facilityName", f.level, f.address, s.place, s.phone, s.hours, s.available,
           s.note, f.lon, f.lat, s.owner, s.reviewed_on as "reviewedOn", s.sample
         from facility_services s join facilities f on f.id = s.facility_id where s.kind = $1`,
};

/** Doors of one kind, open ones first, then the nearest; without a point to measure from, the higher level. */
export async function listDoors({ db, clock }: Reader, kind: ServiceKind, origin: Origin | null): Promise<Door[]> {
  const now = clock.now();
  const { rows } = await db.pool.query<Row>({ ...doorsOfKind, values: [kind] });
  return rows.map((row) => toDoor(row, origin, now)).sort(byUse);
}

function toDoor({ available, ...row }: Row, origin: Origin | null, now: Date): Door {
  const state = openStateAt(row.hours, now);
  return {
    ...row,
    ...(available ? state : { open: false, always: false, changesAt: null }),
    note: row.note,
    travel: travelOf(origin?.point ?? null, row),
    stale: isStale(row.reviewedOn, regionDay(now)),
  };
}

const byUse = (a: Door, b: Door): number =>
  Number(b.open) - Number(a.open) ||
  (a.travel?.km ?? 0) - (b.travel?.km ?? 0) ||
  b.level - a.level ||
  (a.facilityId < b.facilityId ? -1 : 1);

/** What is open now (E10), with the way there. */
export async function openNow(
  ctx: Pick<Context, 'db' | 'clock' | 'actor'>,
  input: z.infer<typeof openNowInput>,
): Promise<z.infer<typeof openNowOutput>> {
  const origin = await findOrigin(ctx, input.origin);
  const doors = await listDoors(ctx, input.kind, origin);
  const open = doors.filter((door) => door.open);
  return {
    doors: (input.closedToo ? doors : open).slice(0, input.limit),
    origin: origin?.view ?? null,
    total: doors.length,
    openTotal: open.length,
    asOf: ctx.clock.now(),
  };
}

/** The own facility's doors, for those who keep them. */
export async function listOwnServices(ctx: ContextOf<'staff'>): Promise<z.infer<typeof ownServicesOutput>> {
  const now = ctx.clock.now();
  const { rows } = await ctx.db.pool.query({
    name: 'list-own-services',
    text: `select kind, available, hours, phone, place, note, owner, reviewed_on as "reviewedOn", sample
           from facility_services where facility_id = $1 order by kind`,
    values: [ctx.actor.facilityId],
  });
  const services = rows.map((row) => ({
    ...row,
    stale: isStale(row.reviewedOn, regionDay(now)),
    open: row.available && openStateAt(row.hours, now).open,
  }));
  return { services, reviewDays, asOf: now };
}
