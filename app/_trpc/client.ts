'use client';

import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { wire } from '#server/kernel/wire.ts';
import type { AppRouter } from '#server/root.ts';

/** Calls from the browser, for what a person does; what a page shows is read on the server. */
export const trpc = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: '/api/trpc', transformer: wire, maxItems: 10 })],
});
