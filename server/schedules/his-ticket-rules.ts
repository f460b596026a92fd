import { isNewerStamp } from './his-version.ts';

export type SlotStatus = 'free' | 'held' | 'busy' | 'suspended';
export type TicketStatus = 'free' | 'held' | 'booked' | 'used' | 'quarantined' | 'suspended';
export type TakenBy = 'platform' | 'hospital' | null;

/** A number as the hospital's own system has it. */
export type HisTicket = {
  hisId: string;
  hisVersion: string;
  scheduleHisId: string;
  number: number;
  start: string;
  end: string;
  status: SlotStatus;
};

/** The same number as it stands here, with the active appointment on it. */
export type KnownTicket = {
  sessionId: string;
  number: number;
  status: TicketStatus;
  takenBy: TakenBy;
  hisId: string | null;
  hisVersion: string | null;
  start: Date;
  end: Date;
  appointmentId: string | null;
  told: boolean;
  /** Kept or resting here, and the hospital is still to hear that the one before has left. */
  leaving: boolean;
};

/** A number whose session is known, and what is to be written for it. */
export type Placed = { ticket: HisTicket; sessionId: string };
export type Insert = Placed & { status: TicketStatus; takenBy: TakenBy };
export type Update = Insert & { was: TicketStatus; movesWindow: boolean };

export type TicketMove =
  | { do: 'set'; status: TicketStatus; takenBy: TakenBy }
  | { do: 'keep' }
  /** The hospital closed a number on which a resident is booked. */
  | { do: 'blocked' }
  /** The hospital has forgotten a booking it was told of. */
  | { do: 'tell-again' }
  /** The hospital gave away or closed a number that was kept for an offer. */
  | { do: 'withdraw'; status: TicketStatus; takenBy: TakenBy };

/** What a new number becomes. A stopped session has none to give. */
export function firstStatus(slot: SlotStatus, sessionStopped: boolean): { status: TicketStatus; takenBy: TakenBy } {
  if (slot === 'suspended') return { status: 'suspended', takenBy: null };
  if (slot === 'free') return { status: sessionStopped ? 'suspended' : 'free', takenBy: null };
  return { status: 'booked', takenBy: 'hospital' };
}

/**
 * What the hospital's word does to a number here. Numbers that are free, closed or taken at the window follow
 * the hospital; a number that a resident of ours has is never given away by a status alone.
 */
export function moveFor(slot: SlotStatus, ours: KnownTicket, sessionStopped: boolean): TicketMove {
  if (ours.status === 'used') return { do: 'keep' };
  // resting, and free at the hospital too; if not, the hospital gave it away meanwhile
  if (ours.status === 'quarantined' && (slot === 'free' || ours.leaving)) return { do: 'keep' };
  const offered = ours.status === 'held' && ours.appointmentId === null;
  if (offered && slot !== 'free' && !ours.leaving) return { do: 'withdraw', ...firstStatus(slot, sessionStopped) };
  const platform = ours.takenBy === 'platform' && ours.status !== 'suspended' && ours.status !== 'free';
  if (platform && slot === 'suspended') return ours.appointmentId ? { do: 'blocked' } : { do: 'keep' };
  if (platform) return slot === 'free' && ours.told ? { do: 'tell-again' } : { do: 'keep' };
  const next = firstStatus(slot, sessionStopped);
  if (sessionStopped && ours.status === 'suspended') return { do: 'keep' };
  return next.status === ours.status && next.takenBy === ours.takenBy ? { do: 'keep' } : { do: 'set', ...next };
}

/** Of several versions of one number the newest; hospitals repeat and shuffle. */
export function newestOf(tickets: HisTicket[]): HisTicket[] {
  const newest = new Map<string, HisTicket>();
  for (const one of tickets) {
    const other = newest.get(one.hisId);
    if (!other || isNewerStamp(one.hisVersion, other.hisVersion)) newest.set(one.hisId, one);
  }
  return [...newest.values()];
}
