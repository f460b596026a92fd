import { z } from 'zod';
import { isClinicalType } from '../resources/clinical/shapes.ts';
import { type Health, mergeHealth } from './health.ts';
import type { Hospital } from './hospital.ts';

const id = z.string().min(1);
const commandSchema = z.strictObject({
  take: z
    .union([z.strictObject({ slot: id }), z.strictObject({ any: z.number().int().positive().max(5000) })])
    .optional(),
  free: z.strictObject({ slot: id }).optional(),
  stop: z.strictObject({ schedule: id, reason: z.string().default('停诊') }).optional(),
  reopen: z.strictObject({ schedule: id }).optional(),
  touch: z.literal(true).optional(),
  write: z.array(z.looseObject({ resourceType: z.string().refine(isClinicalType), id })).optional(),
  withdraw: z.strictObject({ type: id, id }).optional(),
  health: z.record(z.string(), z.unknown()).nullable().optional(),
});

export type ControlResult = { taken?: string[]; health: Health };

/** Carries out one POST to `_control`: what staff do at the window, and what befalls the hospital's computer. */
export async function runCommand(
  input: unknown,
  hospital: Hospital,
  health: { get(): Health; set(health: Health): void },
): Promise<ControlResult> {
  const command = commandSchema.parse(input);
  if (command.health !== undefined) health.set(mergeHealth(health.get(), command.health));
  if (command.free) await hospital.free(command.free.slot);
  if (command.stop) await hospital.stop(command.stop.schedule, command.stop.reason);
  if (command.reopen) await hospital.reopen(command.reopen.schedule);
  if (command.touch) await hospital.touch();
  for (const resource of command.write ?? []) await hospital.write(resource);
  if (command.withdraw) await hospital.withdraw(command.withdraw.type, command.withdraw.id);
  const taken = command.take ? await hospital.take(command.take) : undefined;
  return { ...(taken ? { taken } : {}), health: health.get() };
}
