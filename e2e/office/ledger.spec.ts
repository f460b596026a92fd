import { expect, test } from '@playwright/test';
import { expectGoodPage, signInOfficial } from './office-visit.ts';

test('an official reads the ledgers of a hospital, down to one session', async ({ page }) => {
  await signInOfficial(page, 'county');
  await page.getByRole('navigation', { name: '管理端导航' }).getByRole('link', { name: '号源账目' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '号源账目' })).toBeVisible();
  await expect(page.getByText(/每五分钟核对一遍/)).toBeVisible();
  await expectGoodPage(page);
  await page.goto('/office/ledger/H0053');
  await expect(page.getByRole('heading', { level: 1, name: '金堂县人民医院：号源账目' })).toBeVisible();
  await expectGoodPage(page);
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/office\/ledger\/H0053\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('term').filter({ hasText: '合计 / 放号数' })).toBeVisible();
  await page.getByText('最近的变动').click();
  await expectGoodPage(page);
});

test('a session that does not add up is off sale until an official releases it with a reason', async ({
  page,
}, info) => {
  test.skip(info.project.name !== 'desktop', 'the demo has one such session');
  await signInOfficial(page, 'county');
  // the worker adds everything up when it starts
  await expect(async () => {
    await page.goto('/office');
    await expect(page.getByText(/有 \d+ 个班次的号源账目对不上/)).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 50_000 });
  await page.getByRole('link', { name: '查看并处理' }).click();
  await page.getByRole('main').getByRole('link', { name: '金堂县人民医院' }).first().click();
  await expect(page.getByText(/号是“已约”，却没有人占着/)).toBeVisible();
  await expect(page.getByText('暂停发售', { exact: true })).toBeVisible();
  await expectGoodPage(page);
  await page.getByLabel('理由').fill('已与医院挂号处核对，该号无人持有');
  await page.getByRole('button', { name: '整理并恢复发售' }).click();
  await expect(page.getByText('对得上', { exact: true })).toBeVisible();
  await expect(page.getByText('已与医院挂号处核对，该号无人持有')).toBeVisible();
  await expect(page.getByText('暂停发售', { exact: true })).toHaveCount(0);
  await expectGoodPage(page);
});
