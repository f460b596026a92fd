import { expect, test } from '@playwright/test';

test.describe('for whoever keeps the platform running', () => {
  test('every part is ready and names its version', async ({ request }) => {
    const answer = await request.get('/readyz');
    expect(answer.status()).toBe(200);
    const { status, parts } = await answer.json();
    expect(status).toBe('ready');
    for (const name of ['database', 'migrations', 'web', 'worker', 'his']) expect(parts[name].state, name).toBe('ok');
  });

  test('pages run no script without the nonce, and the browser finds nothing to complain about', async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const answer = await page.goto('/');
    expect(answer?.status()).toBe(200);
    expect(answer?.headers()['content-security-policy']).toMatch(/script-src 'self' 'nonce-/);
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
  });
});
