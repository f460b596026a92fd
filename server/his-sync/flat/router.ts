import { router, staff } from '../../trpc.ts';
import { checkFile } from './check-file.ts';
import { closeFile } from './close-file.ts';
import { makeFileKey } from './make-file-key.ts';
import { getFile, listFiles, template } from './queries.ts';
import * as schema from './schema.ts';
import { takeBadRows } from './take-bad-rows.ts';
import { takeFile } from './take-file.ts';

/** Tables in files, from hospitals without FHIR: a manager's, of the own facility. */
export const filesRouter = router({
  list: staff('manager')
    .input(schema.filesInput)
    .output(schema.filesOutput)
    .query(({ ctx, input }) => listFiles(ctx, ctx.actor.facilityId, input.page)),
  get: staff('manager')
    .input(schema.fileInput)
    .output(schema.fileOutput)
    .query(({ ctx, input }) => getFile(ctx, ctx.actor.facilityId, input)),
  template: staff('manager')
    .output(schema.templateOutput)
    .query(() => template),
  upload: staff('manager')
    .input(schema.uploadInput)
    .output(schema.uploadOutput)
    .mutation(({ ctx, input: { name, content } }) =>
      takeFile(ctx, ctx.actor.facilityId, { name, bytes: Buffer.from(content, 'base64'), via: 'screen' }),
    ),
  check: staff('manager')
    .input(schema.uploadInput)
    .output(schema.sheetOutput)
    .mutation(({ ctx, input: { name, content } }) =>
      checkFile(ctx, ctx.actor.facilityId, { name, bytes: Buffer.from(content, 'base64'), via: 'screen' }),
    ),
  close: staff('manager')
    .input(schema.closeInput)
    .output(schema.closeOutput)
    .mutation(({ ctx, input }) => closeFile(ctx, input)),
  badRows: staff('manager')
    .input(schema.badRowsInput)
    .output(schema.badRowsOutput)
    .mutation(({ ctx, input }) => takeBadRows(ctx, ctx.actor.facilityId, input.id)),
  newKey: staff('manager')
    .output(schema.keyOutput)
    .mutation(({ ctx }) => makeFileKey(ctx)),
});
