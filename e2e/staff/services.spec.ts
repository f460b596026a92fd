import { expect, test } from '@playwright/test';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

test('a manager says when a door is open, and residents see it', async ({ page }) => {
  await signInAs(page, 'manager.h0053');
  await page.goto('/staff/services');
  await expect(page.getByRole('heading', { name: '应急服务的开放时间' })).toBeVisible();
  await expectSound(page);
  const door = page.locator('form').filter({ has: page.locator('#antivenom-phone') });
  await door.getByLabel('联系电话').fill('000-90001234');
  await door.getByLabel('负责岗位').fill('药剂科主任');
  await door.getByLabel('院内位置').fill('急诊药房');
  await door.getByRole('button', { name: '保存并记为今天核对' }).click();
  await expect(door.getByText('已保存，居民现在就能看到。')).toBeVisible();
  await page.goto('/care/open-now?kind=antivenom&region=510121000000');
  await expect(page.getByText('000-90001234').first()).toBeVisible();
});
