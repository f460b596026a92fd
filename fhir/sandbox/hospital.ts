import type { FhirResource } from '../resources/resource.ts';
import type { SlotStatus } from '../resources/slot.ts';
import type { SamplePerson } from './charts/people.ts';
import type { HospitalConfig, Personality } from './config.ts';
import type { Answer, Exchange, Versioned } from './exchange.ts';
import type { Health } from './health.ts';

/** What is done at the hospital itself, behind the back of the platform. */
export type WindowCommands = {
  /** Takes free slots at the window; returns the ids that were taken. */
  take(what: { slot: string } | { any: number }): Promise<string[]>;
  free(slot: string): Promise<void>;
  /** 停诊: closes a clinic and every number of it. */
  stop(schedule: string, reason: string): Promise<void>;
  /** Holds a stopped clinic after all; its closed numbers are free again. */
  reopen(schedule: string): Promise<void>;
  /** Rewrites everything without changing anything: new versions, new lastUpdated. */
  touch(): Promise<void>;
  /** Writes something new of somebody, readable or not. */
  write(resource: FhirResource & { id: string }): Promise<void>;
  /** Deletes what was written of somebody, as after a mix-up of two patients. */
  withdraw(type: string, id: string): Promise<void>;
};

/** What outlives a restart; all else follows from the configuration and the date. */
export type Memory = {
  appointments: Versioned[];
  slots: [id: string, status: SlotStatus][];
  stopped: [schedule: string, reason: string][];
};

export type Hospital = WindowCommands & {
  handle(exchange: Exchange): Promise<Answer>;
  counts(): Promise<Record<string, number>>;
  memory(): Promise<Memory>;
  close(): void;
};

export type HospitalContext = {
  config: HospitalConfig;
  personality: Personality;
  health: () => Health;
  /** The hospital's own clock, wrong by `skewMs`. */
  now: () => number;
  changed: (resourceTypes: string[]) => void;
  /** From before the restart. */
  remembered: Memory | null;
  /** Who has been treated here. */
  patients: readonly SamplePerson[];
};
