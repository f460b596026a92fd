import { expect, type Page } from '@playwright/test';

/** A call as the page's own script would make it, with the visitor's cookie; too fast a caller waits as told. */
export async function callApi<T>(
  page: Page,
  kind: 'query' | 'mutation',
  path: string,
  input: unknown = null,
): Promise<T> {
  const url = `/api/trpc/${path}`;
  for (;;) {
    const answer =
      kind === 'query'
        ? await page.request.get(`${url}?input=${encodeURIComponent(JSON.stringify(input))}`)
        : await page.request.post(url, { data: input as object });
    if (answer.status() === 429) {
      await page.waitForTimeout(1000 * Number(answer.headers()['retry-after'] ?? 1));
      continue;
    }
    const body = await answer.json();
    expect(answer.ok(), `${path}: ${JSON.stringify(body).slice(0, 300)}`).toBe(true);
    return body.result.data as T;
  }
}
