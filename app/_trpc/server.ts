import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { wire } from '#server/kernel/wire.ts';
import type { AppRouter } from '#server/root.ts';
import { troubleOf } from './trouble.ts';

const apiUrl = () => `${process.env.API_URL ?? 'http://127.0.0.1:3000'}/api/trpc`;

/** The visitor's own call: pages may do exactly what the visitor may. One client a request, so calls batch. */
export const api = cache(() => connect(() => visitorHeaders()));

/** Calls that only the web process may make (sign-in, sign-out): proven by the internal token. */
export const internalApi = () =>
  connect(async () => ({ ...(await visitorHeaders()), 'x-huimin-internal': process.env.INTERNAL_TOKEN ?? '' }));

function connect(headersOf: () => Promise<Record<string, string>>) {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: apiUrl(),
        transformer: wire,
        maxItems: 10,
        headers: headersOf,
        fetch: (url, options) =>
          fetch(url, { ...options, cache: 'no-store', signal: AbortSignal.timeout(15_000) } as RequestInit),
      }),
    ],
  });
}

async function visitorHeaders(): Promise<Record<string, string>> {
  const incoming = await headers();
  const out: Record<string, string> = {};
  for (const name of ['cookie', 'x-request-id', 'x-huimin-channel', 'x-huimin-pass']) {
    const value = incoming.get(name);
    if (value) out[name] = value;
  }
  return out;
}

/** The visitor as the screens show them; asked once a request. */
export const getMe = cache(() => api().access.me.query());

/**
 * Waits for what a page shows. Without sign-in the visitor is sent to sign in and comes back to `path`;
 * what is absent (or another's) is the not-found page; other failures reach the error page.
 */
export async function load<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble?.code === 'sign-in') redirect(signInPath(path));
    if (trouble?.code === 'not-found' || trouble?.code === 'invalid') notFound();
    throw error;
  }
}

export const signInPath = (next: string): string => `/sign-in?next=${encodeURIComponent(next)}`;
