import { expect, type Page, test } from '@playwright/test';
import { signInSample } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { becomeResident } from './steps.ts';

/** Not simply the first visit: of today's the hospital may have told no more yet than that it is going on. */
const withResults = (page: Page) => page.locator('ol a', { hasText: '项化验检查' }).first();

/** A sample resident with a family; the sandbox's hospitals have treated all of them. */
async function openRecord(page: Page): Promise<void> {
  await signInSample(page, '13800000001');
  await page.goto('/records');
  // hospitals are read one after another once the demo stands
  await expect(async () => {
    await page.reload();
    await expect(withResults(page)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
}

test.describe('a resident with visits at several hospitals', () => {
  test('reads the record by visits, by results with their course, and by lists', async ({ page }) => {
    await openRecord(page);
    await expectSound(page);
    await withResults(page).press('Enter');
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expect(page.getByText('就诊类型')).toBeVisible();
    await expectSound(page);
    for (const part of ['化验检查', '病情', '用药', '过敏', '接种', '报告文书', '来自哪些医院']) {
      await page.goto('/records');
      await page.getByRole('navigation', { name: '档案内容' }).getByRole('link', { name: part }).press('Enter');
      await expect(page.getByRole('navigation', { name: '档案内容' }).locator('[aria-current]')).toHaveText(part);
      await expectSound(page);
    }
    await page.goto('/records/results');
    await page.locator('a[href*="trend"]').first().press('Enter');
    await expect(page.getByRole('img', { name: /随时间的变化/ })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('请把结果带给医生看');
    await expectSound(page);
  });

  test('sees a family member’s record without guarded topics, and nobody else’s at all', async ({ page }) => {
    await openRecord(page);
    await page.getByRole('navigation', { name: '查看谁的档案' }).getByRole('link').nth(1).click();
    await expect(page.getByRole('main')).toContainText('这是家人的档案');
    await expectSound(page);
    // a made-up person in the address shows one's own record, never another's
    await page.goto('/records?who=00000000-0000-4000-8000-000000000000');
    await expect(page.getByRole('main')).not.toContainText('这是家人的档案');
    expect((await page.goto('/records/visits/00000000-0000-4000-8000-000000000000'))?.status()).toBe(404);
  });
});

test('somebody new is told why the record is empty, and that empty is not healthy', async ({ page }) => {
  await becomeResident(page, '/records');
  await expect(page.getByRole('main')).toContainText('没有记录不等于没有发生');
  await expectSound(page);
  await page.getByRole('link', { name: '看看来自哪些医院' }).click();
  await expect(page.getByRole('main')).toContainText('还没有医院提供您的记录');
});
