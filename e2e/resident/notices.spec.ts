import { expect, test } from '@playwright/test';
import { expectSound } from '../support/sound.ts';
import { becomeResident } from './steps.ts';

test('a resident chooses by type and channel what comes, and reads what cannot be muted and why', async ({ page }) => {
  await becomeResident(page, '/me/notices');
  await expectSound(page);
  const reminders = page.getByRole('group', { name: '就诊提醒' });
  const sms = reminders.getByRole('checkbox', { name: '短信' });
  await expect(sms).toBeChecked();
  await expect(reminders.getByRole('checkbox', { name: /微信/ })).toBeDisabled();

  await sms.focus();
  await page.keyboard.press('Space');
  await expect(sms).not.toBeChecked();
  await page.reload();
  await expect(sms).not.toBeChecked();
  await expect(reminders.getByRole('checkbox', { name: '站内消息提醒' })).toBeChecked();

  await expect(page.getByText('停诊、医院取消、时间变动、候选号')).toBeVisible();
  await expect(page.getByText(/^这类消息不能关闭/)).toBeVisible();
});
