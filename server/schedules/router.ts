import { regionDay } from '../kernel/clock.ts';
import { anyone, router, staff } from '../trpc.ts';
import { addSession } from './add-session.ts';
import { changeSession } from './change-session.ts';
import { endTemplate } from './end-template.ts';
import { planPublication, summarise } from './plan-publication.ts';
import { publishSessions } from './publish-sessions.ts';
import { browse, getSession } from './queries/browse.ts';
import { getConsoleSession, listFacilitySessions, listStaff } from './queries/console.ts';
import { listRules } from './queries/rules.ts';
import { listTemplates } from './queries/templates.ts';
import { saveTemplate } from './save-template.ts';
import * as shapes from './schema/console.ts';
import { browseInput, browseOutput, sessionInput, sessionOutput } from './schema.ts';
import { setRules } from './set-rules.ts';

const keeper = staff('scheduler', 'manager');

export const schedulesRouter = router({
  browse: anyone
    .input(browseInput)
    .output(browseOutput)
    .query(({ ctx, input }) => browse(ctx, input)),
  session: anyone
    .input(sessionInput)
    .output(sessionOutput)
    .query(({ ctx, input }) => getSession(ctx, input)),

  staffDirectory: staff()
    .output(shapes.staffDirectoryOutput)
    .query(({ ctx }) => listStaff(ctx, ctx.actor.facilityId, regionDay(ctx.clock.now()))),
  facilitySessions: staff()
    .input(shapes.facilitySessionsInput)
    .output(shapes.facilitySessionsOutput)
    .query(({ ctx, input }) => listFacilitySessions(ctx, ctx.actor.facilityId, input)),
  facilitySession: staff()
    .input(shapes.consoleSessionInput)
    .output(shapes.consoleSession)
    .query(({ ctx, input }) => getConsoleSession(ctx, ctx.actor.facilityId, input.sessionId)),
  templates: staff()
    .output(shapes.templatesOutput)
    .query(({ ctx }) => listTemplates(ctx, ctx.actor.facilityId)),
  rules: staff()
    .output(shapes.rulesOutput)
    .query(({ ctx }) => listRules(ctx, ctx.actor.facilityId)),

  saveTemplate: keeper
    .input(shapes.saveTemplateInput)
    .output(shapes.templateView)
    .mutation(({ ctx, input }) => saveTemplate(ctx, input)),
  endTemplate: keeper
    .input(shapes.endTemplateInput)
    .output(shapes.endTemplateOutput)
    .mutation(({ ctx, input }) => endTemplate(ctx, input)),
  publishPreview: keeper.output(shapes.publicationView).query(async ({ ctx }) => {
    const now = ctx.clock.now();
    return summarise(await planPublication(ctx.db.pool, ctx.ids, ctx.actor.facilityId, now), regionDay(now));
  }),
  publish: keeper.output(shapes.publicationView).mutation(({ ctx }) => publishSessions(ctx, ctx.actor.facilityId)),
  changeSession: keeper
    .input(shapes.changeSessionInput)
    .output(shapes.changeSessionOutput)
    .mutation(({ ctx, input }) => changeSession(ctx, input)),
  addSession: keeper
    .input(shapes.addSessionInput)
    .output(shapes.consoleSession)
    .mutation(({ ctx, input }) => addSession(ctx, input)),
  setRules: keeper
    .input(shapes.setRulesInput)
    .output(shapes.rulesOutput)
    .mutation(({ ctx, input }) => setRules(ctx, input)),
});
