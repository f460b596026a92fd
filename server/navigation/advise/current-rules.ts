import type { Context } from '../../kernel/context.ts';
import { findLiveRules, type LiveRules } from '../learn/live-rules.ts';
import { programLabel } from '../learn/rule-set.ts';
import type { SettingRule } from '../learn/schema.ts';
import { shippedRules } from '../learn/shipped.ts';

export { modelVersion } from '../understand/model/trained.ts';

export type CurrentRules = Pick<LiveRules, 'redFlags' | 'adviceRules' | 'settings' | 'version'>;

/** Rules in force now. While the database cannot be reached, those that came with the program: an emergency is never missed for that. */
export async function currentRules({ db, clock, log }: Pick<Context, 'db' | 'clock' | 'log'>): Promise<CurrentRules> {
  try {
    return await findLiveRules(db, clock.now());
  } catch (error) {
    log.warn({ err: error }, 'live guide rules unreachable: shipped ones apply');
    return { ...shippedRules, version: programLabel(shippedRules) };
  }
}

/** A dated number that the guide gives out; the shipped one should the stored rules lack it. */
export function settingOf(rules: CurrentRules, id: string): SettingRule {
  const found = [...rules.settings, ...shippedRules.settings].find((setting) => setting.id === id);
  if (!found) throw new Error(`No such setting: ${id}`);
  return found;
}
