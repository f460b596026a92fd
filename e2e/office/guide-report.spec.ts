import { expect, test } from '@playwright/test';
import { expectSound } from '../support/sound.ts';
import { openOffice } from './office-visit.ts';

test('an official reads how the guide does and how safely, and takes the figures along', async ({ page }) => {
  await openOffice(page, 'province');
  await page.getByRole('navigation', { name: '管理端导航' }).getByRole('link', { name: '导诊效果' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '导诊效果与安全' })).toBeVisible();
  await expect(page.getByText(/安全标准|证据还不够/).first()).toBeVisible();
  for (const part of ['安全', '按月', '按首选建议的科室', '按机构', '按规则和模型版本', '全省导诊次数']) {
    await expect(page.getByRole('heading', { level: 2, name: part, exact: true })).toBeVisible();
  }
  await expect(page.getByText('demo.sample').first()).toBeVisible();
  await expectSound(page);

  await page.getByRole('navigation', { name: '时间范围' }).getByRole('link', { name: '3 个月' }).click();
  await expect(page).toHaveURL(/months=3/);
  const href = await page.getByRole('link', { name: '导出 CSV' }).getAttribute('href');
  const file = await page.request.get(href ?? '');
  expect(file.headers()['content-type']).toContain('text/csv');
  const lines = (await file.text()).split('\r\n');
  expect(lines[0]).toContain('就诊,首选一致,建议之内');
  expect(lines.length).toBeGreaterThan(10);
});

test('an official of a county sees the own county alone', async ({ page }) => {
  await openOffice(page, 'county', '/office/navigation');
  const facilities = page.getByRole('table', { name: '按机构' });
  await expect(facilities.getByText('金堂县人民医院')).toBeVisible();
  await expect(facilities.getByRole('row')).toHaveCount(2);
  await expectSound(page);
  const other = await page.goto('/office/navigation?region=510104000000');
  expect(other?.status()).toBe(404);
});
