import { expect, test } from '@playwright/test';
import { expectSound } from '../support/sound.ts';
import { openOffice } from './office-visit.ts';

const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test.describe('the province’s bounds', () => {
  test('are set for a day to come with a reason, which the log keeps', async ({ page }, info) => {
    await openOffice(page, 'province', '/office/rules');
    await expect(page.getByRole('heading', { name: '预约规则的省定范围', level: 1 })).toBeVisible();
    await expectSound(page);
    await page.getByLabel('从哪天的就诊起').fill(dayAfter(info.project.name === 'phone' ? 200 : 210));
    await page.locator('summary').filter({ hasText: '就诊当天' }).click();
    const least = page.locator('[name=elderAge-min]');
    const value = (await least.inputValue()) === '65' ? '66' : '65';
    await least.fill('120');
    await page.getByLabel('修改原因').fill('统一敬老优先');
    await page.getByRole('button', { name: '保存范围' }).click();
    await expect(page.getByText('“最小”不能大于“最大”（120 至 100）')).toBeVisible();
    await least.fill(value);
    await page.getByRole('button', { name: '保存范围' }).click();
    await expect(page.getByText(/已保存，从/)).toBeVisible();
    const log = page.getByRole('table', { name: '修改记录' });
    await expect(log.getByText('统一敬老优先').first()).toBeVisible();
    await expectSound(page);
  });

  test('can be read, not changed, by the other offices', async ({ page }) => {
    await openOffice(page, 'city', '/office/rules');
    await expect(page.getByText('只有省级卫生健康部门可以修改')).toBeVisible();
    await expect(page.getByRole('button', { name: '保存范围' })).toHaveCount(0);
    await expect(page.getByRole('cell', { name: /可提前预约天数/ }).first()).toBeVisible();
  });
});
