import { expect, test } from '@playwright/test';
import { expectSound } from '../support/sound.ts';
import { openOffice } from './office-visit.ts';

test('an official sees how each hospital is connected, the troubled first', async ({ page }) => {
  await openOffice(page, 'province');
  await page.getByRole('navigation', { name: '管理端导航' }).getByRole('link', { name: '医院接入' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '医院接入情况' })).toBeVisible();
  const hospitals = page.getByRole('table').getByRole('link');
  expect(await hospitals.count()).toBeGreaterThanOrEqual(12);
  await expect(page.getByText(/截至 \d\d:\d\d/)).toBeVisible();
  await expectSound(page);

  await page.getByRole('link', { name: '四川大学华西医院', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '四川大学华西医院' })).toBeVisible();
  for (const fact of ['放号方式', '最近应答', '待告知', '最近错误']) {
    await expect(page.getByRole('term').filter({ hasText: fact }).first()).toBeVisible();
  }
  await expect(page.getByRole('heading', { name: '读取进度' })).toBeVisible();
  await expectSound(page);
});

test('the filter keeps only the hospitals in trouble', async ({ page }) => {
  await openOffice(page, 'province', '/office/hospitals?show=trouble');
  const shown = page.getByRole('main');
  await expect(shown.getByRole('navigation', { name: '筛选' }).getByRole('link', { name: '有异常' })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(shown.getByText('正常', { exact: true })).toHaveCount(1); // the count above the list, no row
  await expectSound(page);
});
