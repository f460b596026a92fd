import { api } from '../../_trpc/server.ts';

/** For the mark beside the navigation entry; a failure there must not take the page away. */
export const countUnread = (): Promise<number> =>
  api()
    .notices.list.query({ limit: 1 })
    .then((page) => page.unread)
    .catch(() => 0);
