import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { signInSample } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

async function openTaking(page: Page): Promise<void> {
  await signInSample(page, '13800000001');
  await page.goto('/records');
  // hospitals are read one after another once the demo stands
  await expect(async () => {
    await page.reload();
    await expect(page.locator('ol a').first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await page.getByRole('link', { name: '打印、下载' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('带走档案');
}

test.describe('a resident who goes to a doctor elsewhere', () => {
  test('downloads a summary and everything, and sees it among the looks', async ({ page }) => {
    await openTaking(page);
    await expectSound(page);
    for (const [name, type] of [
      ['下载健康摘要文件', 'document'],
      ['下载全部记录', 'collection'],
    ] as const) {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      const file = await coming;
      expect(file.suggestedFilename()).toMatch(/^huimin-(ips|record)-\d{4}-\d\d-\d\d\.json$/);
      const bundle = JSON.parse(readFileSync(await file.path(), 'utf8'));
      expect(bundle).toMatchObject({ resourceType: 'Bundle', type });
      expect(bundle.entry.length).toBeGreaterThan(5);
    }
    await page.goto('/records/access');
    await expect(page.getByRole('main')).toContainText('您本人打印或下载档案带走');
  });

  test('prints a summary that fits a page without colours', async ({ page }) => {
    await openTaking(page);
    await page.getByLabel('心理和精神健康').check();
    await page.getByRole('button', { name: '去打印' }).click();
    await expect(page).toHaveURL(/\/records\/take\/paper\?.*mental_health=on/);
    await expect(page.getByRole('heading', { name: '过敏', exact: true })).toBeVisible();
    await expectSound(page);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: '打印' })).toBeHidden();
    await expect(page.getByRole('main')).toContainText('由惠民健康打印');
  });

  test('of another’s record gets nothing', async ({ page }) => {
    await openTaking(page);
    const answer = await page.request.get('/fhir/take/00000000-0000-4000-8000-000000000000?form=everything');
    expect(answer.status()).toBe(404);
    expect(await answer.json()).toMatchObject({ resourceType: 'OperationOutcome' });
  });
});
