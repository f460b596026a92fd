import { accessRouter } from './access/router.ts';
import { behaviourRouter } from './behaviour/router.ts';
import { proxyRouter } from './booking/proxy/router.ts';
import { bookingRouter } from './booking/router.ts';
import { casesRouter } from './cases/router.ts';
import { conductRouter } from './conduct/router.ts';
import { consentsRouter } from './consents/router.ts';
import { drawsRouter } from './draws/router.ts';
import { facilitiesRouter } from './facilities/router.ts';
import { familyPlanningRouter } from './family-planning/router.ts';
import { hisSyncRouter } from './his-sync/router.ts';
import { ledgerRouter } from './ledger/router.ts';
import { navigationRouter } from './navigation/router.ts';
import { followUpsRouter } from './queues/follow-up-router.ts';
import { queuesRouter } from './queues/router.ts';
import { identityRouter } from './records/identity/router.ts';
import { recordsRouter } from './records/router.ts';
import { reportsRouter } from './reports/router.ts';
import { noticesRouter } from './residents/notices-router.ts';
import { residentsRouter } from './residents/router.ts';
import { reviewsRouter } from './reviews/router.ts';
import { rushRouter } from './rush/router.ts';
import { schedulesRouter } from './schedules/router.ts';
import { rulesRouter } from './schedules/rules-router.ts';
import { stoppagesRouter } from './stoppages/router.ts';
import { router } from './trpc.ts';
import { waitlistRouter } from './waitlist/router.ts';

/** Every procedure of the platform, by room. */
export const appRouter = router({
  access: accessRouter,
  booking: bookingRouter,
  conduct: conductRouter,
  waitlist: waitlistRouter,
  proxy: proxyRouter,
  ledger: ledgerRouter,
  draws: drawsRouter,
  behaviour: behaviourRouter,
  stoppages: stoppagesRouter,
  queues: queuesRouter,
  followUps: followUpsRouter,
  facilities: facilitiesRouter,
  residents: residentsRouter,
  notices: noticesRouter,
  rush: rushRouter,
  schedules: schedulesRouter,
  rules: rulesRouter,
  navigation: navigationRouter,
  cases: casesRouter,
  consents: consentsRouter,
  records: recordsRouter,
  identity: identityRouter,
  familyPlanning: familyPlanningRouter,
  reviews: reviewsRouter,
  reports: reportsRouter,
  hisSync: hisSyncRouter,
});
export type AppRouter = typeof appRouter;
