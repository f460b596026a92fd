import { sealEvents } from '../audit/seal-events.ts';
import { openDemoBirths } from './demo-births.ts';
import { openDemoConduct } from './demo-conduct.ts';
import { openDemoDay } from './demo-day.ts';
import { openDemoDraws } from './demo-draws.ts';
import { openDemoFiles } from './demo-files.ts';
import { raiseDemoFlags } from './demo-flags.ts';
import { withDemo } from './demo-house.ts';
import { openDemoIdentity } from './demo-identity.ts';
import { openDemoLooks } from './demo-looks.ts';
import { openDemoPlanning } from './demo-planning.ts';
import { openDemoPrompts } from './demo-prompts.ts';
import { openDemoReviews } from './demo-reviews.ts';
import { openDemoWaitlists } from './demo-waitlists.ts';

/** What goes on in the demo, each part once in its life or once a day, before anybody comes. */
export async function openDemoParts(url: string, secret: string): Promise<void> {
  await openDemoDay(url, secret);
  await openDemoConduct(url, secret);
  await openDemoLooks(url, secret);
  await openDemoIdentity(url, secret);
  // before the hospital's other papers: what it sent first says since when it sends
  await openDemoReviews(url, secret);
  await openDemoFiles(url, secret);
  await openDemoPlanning(url, secret);
  await openDemoBirths(url, secret);
  await openDemoPrompts(url, secret);
  await openDemoWaitlists(url, secret);
  await openDemoDraws(url, secret);
  await raiseDemoFlags(url, secret);
  // the past of a demo is dated back, so the worker would leave it without a seal (decision 0026)
  await withDemo({ url, secret, part: 'demo-audit' }, (base) => sealEvents(base, { everything: true }));
}
