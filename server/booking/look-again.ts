import { setTimeout as pause } from 'node:timers/promises';
import { refused } from '../kernel/errors.ts';
import { sqlState, violated } from '../kernel/transaction.ts';

/** Constraints of a person's own list that a race slipped past the look at it, by the rule that each stands for. */
const raceRules: Record<string, string> = {
  resident_bookings_doctor_day: 'same-doctor-day',
  resident_bookings_no_overlap: 'overlap',
};

/** The session changed between the look at it and the claim. */
export class TargetMoved extends Error {}

/**
 * Runs a booking's transaction, and once more where a neighbour was faster: a seat index or a code collided, a
 * deadlock was broken, the doctor changed. At most thrice.
 */
export async function lookAgain<T>(book: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await book();
    } catch (error) {
      const rule = raceRules[violated(error) ?? ''];
      if (rule) throw refused(rule);
      const collided = sqlState(error)?.startsWith('40') || violated(error) !== undefined;
      if (!(collided || error instanceof TargetMoved) || attempt >= 4) throw error;
      await pause(5 * attempt);
    }
  }
}
