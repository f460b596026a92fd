import { expect, test } from '@playwright/test';
import { expectSound } from '../support/sound.ts';
import { openOffice } from './office-visit.ts';

test('an official reads the rates with their parts, by area, facility, department and month, and takes them along', async ({
  page,
}) => {
  test.slow(); // four tables, each looked over for barriers
  await openOffice(page, 'county');
  await page.getByRole('navigation', { name: '管理端导航' }).getByRole('link', { name: '预约统计' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '预约统计' })).toBeVisible();
  await expect(page.getByText('其中有演示用的虚构数据')).toBeVisible();
  const targets = page.getByRole('table', { name: '国家要求' });
  await expect(targets.getByRole('row', { name: /分时段率.*≥ 50%.*达到.*2015-01-29/ })).toBeVisible();
  for (const by of ['按机构', '按科室', '按月', '按地区']) {
    await page.getByRole('navigation', { name: '分组' }).getByRole('link', { name: by }).click();
    const table = page.getByRole('table', { name: by });
    await expect(table.getByRole('row').nth(1)).toContainText(/金堂县合计.*\d%/s);
    await expectSound(page);
  }
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出 CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^statistics-region-\d{12}-\d{4}-\d\d-\d{4}-\d\d\.csv$/);
});

test('an official of the province goes down to a city', async ({ page }) => {
  await openOffice(page, 'province', '/office/statistics');
  await page.getByRole('table', { name: '按地区' }).getByRole('link', { name: '成都市' }).click();
  await expect(page.getByText(/^成都市，/)).toBeVisible();
  await expect(page.getByRole('table', { name: '按地区' })).toContainText('金堂县');
});
