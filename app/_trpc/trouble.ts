import { TRPCClientError } from '@trpc/client';
import type { AppRouter } from '#server/root.ts';
import type { Trouble } from '../_text/fault-text.ts';

/** What went wrong with a call; null when it is not a call's failure but a mistake of ours. */
export function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof TRPCClientError)) return null;
  const { data } = error as TRPCClientError<AppRouter>;
  if (!data) return { code: 'network', rule: 'network' };
  if (data.fault) return data.fault;
  if (data.httpStatus === 429) return { code: 'busy', rule: 'busy' };
  return { code: 'unavailable', rule: 'unavailable' };
}
