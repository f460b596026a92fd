import type { Hono } from 'hono';
import type { Services } from '../kernel/context.ts';
import { hisNoticeRoute } from './his-notice-route.ts';
import type { FrontVariables } from './trpc-route.ts';

/** A mount point of a room, e.g. his-sync's notices at /api/his/:code/notice. The room answers for its own proof of identity. */
export type Mount = (app: Hono<FrontVariables>, services: Services) => void;

/** Routes besides tRPC, in order. A room adds one line here. */
export const mounts: Mount[] = [hisNoticeRoute];
