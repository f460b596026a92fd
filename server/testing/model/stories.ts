import fc from 'fast-check';
import type { Plan } from './act.ts';
import { crowdPlans } from './acts/book.ts';
import { drawPlan, entrantPlans, markPlan } from './acts/draw.ts';
import { allReadPlans, judgePlan } from './acts/miss.ts';
import { stopBookedPlan } from './acts/plan.ts';
import { arrivePlan, decidePlan, makeWayPlan, takeOfferPlan } from './acts/settle.ts';
import { clinicPlan, drawTimePlan, graceOverPlan, offerEndPlan, waitEndPlan } from './acts/time.ts';
import { acceptPlan, linePlans, servePlan } from './acts/wait.ts';
import { Story } from './step.ts';

/** Chains of events that random commands seldom come by, each with what random commands may do in between. */

const asOne = (...steps: Plan[][]) => new Story(steps);

/** A draw from its mark to its result, held by up to three workers at once. */
const draw = fc
  .record({
    mark: markPlan,
    crowd: entrantPlans,
    draw: drawPlan,
    workers: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ mark, crowd, draw, workers }) =>
    asOne([mark], [drawTimePlan], crowd, [drawTimePlan], Array<Plan>(workers).fill(draw)),
  );

/** A clinic stops, and who lost a number answers the offer of another at its very end, or too late. */
const lostClinic = fc
  .record({ crowd: crowdPlans, stop: stopBookedPlan, end: offerEndPlan, take: takeOfferPlan, again: decidePlan })
  .map(({ crowd, stop, end, take, again }) => asOne(crowd, [stop], [end], [take], [again]));

/** A full clinic, some who wait for it, and a number given back that is taken at its very end, or too late. */
const keptNumber = fc
  .record({
    crowd: crowdPlans,
    line: linePlans,
    makeWay: makeWayPlan,
    serve: servePlan,
    end: waitEndPlan,
    accept: acceptPlan,
  })
  .map(({ crowd, line, makeWay, serve, end, accept }) =>
    asOne(crowd, ...line.map((join) => [join]), [makeWay], [serve], [end], [accept]),
  );

/** Clinics to which one comes and others do not, who may then be kept from booking. */
const missedVisits = fc
  .record({ crowds: fc.array(crowdPlans, { minLength: 1, maxLength: 3 }), judge: judgePlan, after: crowdPlans })
  .map(({ crowds, judge, after }) =>
    asOne(...crowds, ...allReadPlans.map((one) => [one]), [clinicPlan], [arrivePlan], [graceOverPlan], [judge], after),
  );

export const stories = { draw, lostClinic, keptNumber, missedVisits };
