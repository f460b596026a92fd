import { expect, test } from '@playwright/test';
import { openGallery } from '../support/gallery.ts';
import { expectSound } from '../support/sound.ts';

test('the gallery shows every part without an accessibility violation, a refusal and a dialog included', async ({
  page,
}) => {
  await openGallery(page);
  await expectSound(page);
  await page.getByRole('button', { name: '显示一次拒绝' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '最早可在 11月25日 周三 08:00 再试' })).toBeVisible();
  await page.getByRole('button', { name: '打开对话框' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectSound(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: '打开对话框' })).toBeFocused();
});
