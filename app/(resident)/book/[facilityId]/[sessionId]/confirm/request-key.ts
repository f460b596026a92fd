const place = (wish: string) => `huimin-request ${wish}`;

/** The key of this wish: the same one after a reload or a lost answer, so that nothing is booked twice. */
export function keepKey(wish: string, store: Pick<Storage, 'getItem' | 'setItem'> = sessionStorage): string {
  const kept = store.getItem(place(wish));
  if (kept) return kept;
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  store.setItem(place(wish), key);
  return key;
}

/** Once answered, a later wish for the same session is a new request. */
export function forgetKey(wish: string, store: Pick<Storage, 'removeItem'> = sessionStorage): void {
  store.removeItem(place(wish));
}
