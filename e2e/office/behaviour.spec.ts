import { expect, test } from '@playwright/test';
import { expectGoodPage, signInOfficial } from './office-visit.ts';

test('an official looks into a hint and says what it was', async ({ page }) => {
  test.skip(test.info().project.name !== 'desktop', 'the demo has one hint');
  await signInOfficial(page, 'province');
  await page.goto('/office/behaviour');
  await expect(page.getByText('系统只列出线索，不自动封禁')).toBeVisible();
  await expectGoodPage(page);
  const row = page.getByRole('row').filter({ hasText: '一分钟内操作过多' }).first();
  await expect(row).toContainText('一分钟 130 次');
  await row.getByRole('button', { name: '给出结论' }).click();
  await expectGoodPage(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: '继续观察' }).check();
  await dialog.getByLabel('依据').fill('已致电核实');
  await dialog.getByRole('button', { name: '保存结论' }).click();
  await expect(page.getByText('没有待核实的线索')).toBeVisible();
  await page.getByRole('link', { name: '全部' }).click();
  await expect(page.getByText('已致电核实')).toBeVisible();
});
