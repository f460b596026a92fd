import { api, load } from '../../../../../_trpc/server.ts';

/** The public file of a finished draw, as `npm run draw:verify` reads it; the same for everybody. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ facilityId: string; sessionId: string }> },
): Promise<Response> {
  const key = await params;
  const file = await load(`/draws/${key.facilityId}/${key.sessionId}`, api().draws.file.query(key));
  return new Response(`${JSON.stringify(file, null, 1)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="draw-${file.facilityId}-${file.date}-${file.sessionId.slice(0, 8)}.json"`,
      'cache-control': 'no-store',
    },
  });
}
