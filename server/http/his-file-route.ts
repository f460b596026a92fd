import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { receiveFile } from '../his-sync/flat/receive-file.ts';
import { bytesMost } from '../his-sync/flat/schema.ts';
import type { Services } from '../kernel/context.ts';
import { Fault } from '../kernel/errors.ts';
import { lostDatabase } from '../trpc.ts';
import { faultAnswer } from './fault-answer.ts';
import type { FrontVariables } from './trpc-route.ts';

/**
 * POST /api/his/:code/files?name=…: a table as CSV or JSON, with the hospital's own key. 200 if every row was taken or
 * waits for its patient; 422 if rows are to be mended, with what is wrong: the others were taken all the same. With
 * `check=1` the same is answered and nothing kept.
 */
export function hisFileRoute(app: Hono<FrontVariables>, services: Services): void {
  const limit = bodyLimit({
    maxSize: bytesMost,
    onError: (c) => c.json({ error: { code: 'too-large', bytesMost } }, 413),
  });
  app.post('/api/his/:code/files', limit, async (c) => {
    const sent = {
      code: c.req.param('code'),
      authorization: c.req.header('authorization'),
      name: c.req.query('name')?.trim().slice(0, 120) || '-',
      // whatever it says but no: taken for a check by mistake is sent once more, taken for good by mistake is not had back
      check: !['0', 'false', undefined].includes(c.req.query('check')),
      bytes: new Uint8Array(await c.req.arrayBuffer()),
    };
    try {
      const answer = await receiveFile(services, sent, c.get('requestId'));
      if (typeof answer === 'number')
        return c.json({ error: { code: answer === 401 ? 'unauthorized' : 'not-found' } }, answer);
      return c.json(answer, answer.refused > 0 ? 422 : 200);
    } catch (error) {
      const fault = error instanceof Fault ? error : lostDatabase(error)?.cause;
      if (!(fault instanceof Fault)) throw error;
      const { status, body, headers = {} } = faultAnswer(fault, 'files');
      return Response.json(body, { status, headers });
    }
  });
}
