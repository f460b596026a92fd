import type { Hono } from 'hono';
import type { AuthKeys } from '../auth.ts';
import type { Services } from '../kernel/context.ts';
import { hisFileRoute } from './his-file-route.ts';
import { hisNoticeRoute } from './his-notice-route.ts';
import { takeRoute } from './take-route.ts';
import type { FrontVariables } from './trpc-route.ts';

/** A mount point of a room, e.g. his-sync's notices at /api/his/:code/notice. The room answers for its own proof of identity. */
export type Mount = (app: Hono<FrontVariables>, services: Services, keys: AuthKeys, publicUrl: string) => void;

/** Routes besides tRPC, in order. A room adds one line here. */
export const mounts: Mount[] = [hisNoticeRoute, hisFileRoute, takeRoute];
