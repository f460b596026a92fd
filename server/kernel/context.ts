import type { Database } from '#db/client.ts';
import type { Clock } from './clock.ts';
import type { Ids } from './ids.ts';
import type { Log } from './log.ts';
import type { Sealing } from './sealing.ts';
import type { SendSms } from './sms.ts';

/**
 * guide_editor: a clinician who keeps the rules of the guide for the whole province. privacy_officer: answers for
 * what the facility's staff read of people's records. family_planner: serves people in family planning, and sees
 * nothing else of them.
 */
export type StaffRole =
  | 'desk'
  | 'doctor'
  | 'scheduler'
  | 'manager'
  | 'guide_editor'
  | 'privacy_officer'
  | 'family_planner';

export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'resident'; accountId: string; residentId: string | null; name: string }
  | { kind: 'staff'; accountId: string; facilityId: string; roles: StaffRole[]; name: string }
  | { kind: 'official'; accountId: string; regionCode: string; regionPath: string; level: number; name: string }
  | { kind: 'his'; facilityId: string }
  | { kind: 'system'; job: string };
export type ActorOf<K extends Actor['kind']> = Extract<Actor, { kind: K }>;

/** Stable id of an actor for audit rows. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case 'anonymous':
      return '-';
    case 'his':
      return actor.facilityId;
    case 'system':
      return actor.job;
    default:
      return actor.accountId;
  }
}

/** What every procedure and job gets; only clock, ids and outside systems are swapped in tests. */
export type Services = {
  db: Database;
  clock: Clock;
  ids: Ids;
  sealing: Sealing;
  log: Log;
  sms: SendSms;
  /** Sample accounts, codes on screen, a banner: only on the embedded demo database. */
  demo: boolean;
};

export type Channel = 'web' | 'app' | 'wechat' | 'desk' | 'phone' | 'grassroots' | 'his' | 'system';

export type Context = Services & {
  actor: Actor;
  requestId: string;
  channel: Channel;
  /** Caller is our own web process: the only one that may exchange proofs for sign-in sessions. */
  internal: boolean;
  /** Hash of the sign-in session, to end it. */
  sidHash: string | null;
};

/** A job acts in the system's name. */
export const systemContext = (services: Services, job: string): ContextOf<'system'> => ({
  ...{ ...services, actor: { kind: 'system', job }, requestId: `job:${job}` },
  ...{ channel: 'system', internal: false, sidHash: null },
});

/** The context with its actor proven to be of one kind. */
export type ContextOf<K extends Actor['kind']> = Omit<Context, 'actor'> & { actor: ActorOf<K> };
