import { z } from 'zod';
import { anyone, resident, router, staff } from '../trpc.ts';
import { actOnEntry } from './act-on-entry.ts';
import { callNext } from './call-next.ts';
import { checkInAtDesk, checkInByPhone } from './check-in.ts';
import { checkInAtKiosk } from './check-in-at-kiosk.ts';
import { endScreen, makeScreen } from './keep-screens.ts';
import { movePatient } from './move-patient.ts';
import { closeStation, openStation } from './open-station.ts';
import { getLine, getOwnDesk, listLines } from './queries/lines.ts';
import { findQueuePlace } from './queries/place.ts';
import { getScreen, listScreens } from './queries/screens.ts';
import { requeue, setPriority } from './requeue.ts';
import * as shapes from './schema/staff.ts';
import { checkedIn, kioskInput, placeView, screenInput, screenOutput, visitInput } from './schema.ts';

const see = staff('desk', 'doctor', 'scheduler', 'manager');
const desk = staff('desk', 'doctor', 'manager');
const doctor = staff('doctor', 'manager');
const keeper = staff('desk', 'manager');
const done = z.object({ done: z.literal(true) });

export const queuesRouter = router({
  place: resident
    .input(visitInput)
    .output(placeView.nullable())
    .query(({ ctx, input }) => findQueuePlace(ctx, input.facilityId, input.appointmentId)),
  checkIn: resident
    .input(visitInput)
    .output(checkedIn)
    .mutation(({ ctx, input }) => checkInByPhone(ctx, input)),
  screen: anyone
    .input(screenInput)
    .output(screenOutput)
    .query(({ ctx, input }) => getScreen(ctx, input)),
  kioskCheckIn: anyone
    .input(kioskInput)
    .output(checkedIn)
    .mutation(({ ctx, input }) => checkInAtKiosk(ctx, input)),

  deskCheckIn: desk
    .input(visitInput)
    .output(checkedIn)
    .mutation(({ ctx, input }) => checkInAtDesk(ctx, input)),
  lines: see.output(shapes.linesOutput).query(({ ctx }) => listLines(ctx)),
  line: see
    .input(shapes.sessionOnly)
    .output(shapes.lineOutput)
    .query(({ ctx, input }) => getLine(ctx, input.sessionId)),
  ownDesk: see.output(shapes.deskOutput).query(({ ctx }) => getOwnDesk(ctx)),
  openStation: doctor
    .input(shapes.openStationInput)
    .output(z.object({ stationId: z.string() }))
    .mutation(({ ctx, input }) => openStation(ctx, input)),
  closeStation: doctor.output(done).mutation(({ ctx }) => closeStation(ctx)),
  callNext: doctor
    .input(shapes.callNextInput)
    .output(z.object({ appointmentId: z.string(), sessionId: z.string() }).nullable())
    .mutation(({ ctx, input }) => callNext(ctx, input)),
  act: doctor
    .input(shapes.actInput)
    .output(shapes.entryDone)
    .mutation(({ ctx, input }) => actOnEntry(ctx, input)),
  move: doctor
    .input(shapes.moveInput)
    .output(z.object({ facilityId: z.string(), appointmentId: z.string() }))
    .mutation(({ ctx, input }) => movePatient(ctx, input)),
  requeue: desk
    .input(shapes.requeueInput)
    .output(shapes.entryDone)
    .mutation(({ ctx, input }) => requeue(ctx, input)),
  setPriority: desk
    .input(shapes.priorityInput)
    .output(shapes.entryDone)
    .mutation(({ ctx, input }) => setPriority(ctx, input)),
  screens: keeper.output(shapes.screensOutput).query(({ ctx }) => listScreens(ctx)),
  makeScreen: keeper
    .input(shapes.makeScreenInput)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => makeScreen(ctx, input)),
  endScreen: keeper
    .input(shapes.endScreenInput)
    .output(done)
    .mutation(({ ctx, input }) => endScreen(ctx, input.id)),
});
