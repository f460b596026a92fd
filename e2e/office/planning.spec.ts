import { expect, test } from '@playwright/test';
import { expectSound } from '../support/sound.ts';
import { openOffice } from './office-visit.ts';

test('an official reads numbers of family planning and no person, takes them along, and sees the table of eligibility', {
  tag: '@desktop',
}, async ({ page }) => {
  await openOffice(page, 'county');
  await page.getByRole('navigation', { name: '管理端导航' }).getByRole('link', { name: '计划生育' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '计划生育统计' })).toBeVisible();
  const overview = page.getByRole('table', { name: '登记、检查和随访' });
  // the numbers are counted when the stack starts
  await expect(async () => {
    await page.reload();
    await expect(overview.getByRole('row').nth(1)).toContainText(/金堂县合计.*生育登记\s*\d+/s, { timeout: 3000 });
  }).toPass({ timeout: 30_000 });
  await expect(overview).toContainText('不显示');
  await expect(page.getByRole('main').locator('a[href*="resident"]')).toHaveCount(0);
  await expectSound(page);
  await page.getByRole('navigation', { name: '分组' }).getByRole('link', { name: '按月' }).click();
  await expect(overview.getByRole('row')).toHaveCount(13);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出 CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^family-planning-month-510121000000-\d{4}-\d\d\.csv$/);
  await page.getByRole('link', { name: '避孕方法适用标准' }).click();
  await page.getByRole('heading', { name: '头痛、癫痫和情绪' }).click();
  const row = page.getByRole('table', { name: '头痛、癫痫和情绪' }).getByRole('row', { name: /偏头痛有先兆/ });
  await expect(row.getByRole('cell').nth(5)).toHaveText(/4$/);
  await expectSound(page);
});
