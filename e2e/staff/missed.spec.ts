import { expect, test } from '@playwright/test';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

test.describe('staff and missed visits', () => {
  test('see each booking without a check-in with its verdict and evidence', async ({ page }) => {
    await signInAs(page, 'manager.h0053');
    await page.goto('/staff/missed');
    await expect(page.getByRole('heading', { name: '未签到核对', level: 1 })).toBeVisible();
    const row = page.getByRole('row').filter({ hasText: '林志强' }).first();
    await expect(row).toContainText('没有签到；同班 1 人签到；通知已送达');
    await expectSound(page);
  });

  test('say whom a department sees, from a day on and with a reason', async ({ page }, info) => {
    await signInAs(page, 'manager.h0053');
    await page.goto('/staff/rules/limits');
    await expectSound(page);
    // the last department, and far days, so that nobody else's journey meets the limit
    const row = page.getByRole('row').last();
    await row.locator('summary').click();
    const day = new Date(Date.now() + (info.project.name === 'phone' ? 300 : 310) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    await row.getByLabel('从哪天的就诊起').fill(day);
    await row.getByLabel('最小年龄').fill('18');
    await row.getByLabel('最大年龄').fill('10');
    await row.getByLabel('修改原因').fill('只看成人');
    await row.getByRole('button', { name: '保存' }).click();
    await expect(row.getByRole('alert')).toContainText('最小年龄不能大于最大年龄');
    await expect(row.getByLabel('修改原因')).toHaveValue('只看成人');
    await row.getByLabel('最大年龄').fill('');
    await row.getByRole('button', { name: '保存' }).click();
    await expect(row.getByText('18 岁及以上').first()).toBeVisible();
  });
});
