import { pageParam } from '../_ui/pager.tsx';
import type { WaitingQuery } from './waiting-view.tsx';

type Query = Record<string, string | string[] | undefined>;

/** Which reason a page is about, from its address; null if it names none. */
export function waitingQueryOf(query: Query): WaitingQuery | null {
  const { type, reason } = query;
  if (typeof type !== 'string' || typeof reason !== 'string' || !/^[A-Za-z]{1,40}$/.test(type)) return null;
  if (reason.length === 0 || reason.length > 300) return null;
  return { type, reason, page: pageParam(query.page) };
}
