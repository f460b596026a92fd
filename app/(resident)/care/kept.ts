import type { AdviceAnswer, Story } from '#server/navigation/schema/ask.ts';
import type { Wish } from './wish.ts';

const place = 'huimin-care';
/** A forgotten tab on a shared phone must not tell the next person. */
const minutes = 30;

/** What was told and advised, kept by this browser's tab alone until it is booked, begun anew or half an hour old. */
export type Kept = { at: number; wish: Wish; story: Story; answer: AdviceAnswer };
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function keep(kept: Omit<Kept, 'at'>, now: number, store: Store = sessionStorage): void {
  try {
    store.setItem(place, JSON.stringify({ at: now, ...kept }));
  } catch {
    // storage is full or forbidden: going back then shows the empty form
  }
}

export function findKept(now: number, store: Store = sessionStorage): Kept | null {
  try {
    const kept = JSON.parse(store.getItem(place) ?? 'null') as Kept | null;
    if (kept && now - kept.at < minutes * 60_000) return kept;
    store.removeItem(place);
  } catch {
    forget(store);
  }
  return null;
}

export function forget(store: Pick<Storage, 'removeItem'> = sessionStorage): void {
  try {
    store.removeItem(place);
  } catch {
    // nothing was kept
  }
}
