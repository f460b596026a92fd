/** Tells the platform that something changed: several changes within 100 ms make one notice. Losing one is allowed. */
export function createNotices(url: string | null, token: string) {
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  async function send(): Promise<void> {
    timer = undefined;
    const resourceTypes = [...pending];
    pending.clear();
    if (!url) return;
    await fetch(url, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ resourceTypes }),
      signal: AbortSignal.timeout(2_000),
    }).then(
      (response) => response.body?.cancel(),
      () => undefined,
    );
  }

  return {
    changed(resourceTypes: string[]): void {
      for (const one of resourceTypes) pending.add(one);
      if (url) timer ??= setTimeout(send, 100);
    },
    close(): void {
      clearTimeout(timer);
    },
  };
}
