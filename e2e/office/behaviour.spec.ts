import { expect } from '@playwright/test';
import { maskPhone } from '#server/kernel/national-id.ts';
import { raiseHint } from '#server/start/demo-flags.ts';
import { becomeResident } from '../resident/steps.ts';
import { expectSound } from '../support/sound.ts';
import { test } from '../support/stage.ts';
import { openOffice } from './office-visit.ts';

test('an official looks into a hint and says what it was', async ({ page, browser, stage }) => {
  const hasty = await (await browser.newContext()).newPage();
  const { phone, residentId } = await becomeResident(hasty);
  const { rows } = await stage.db.pool.query('select id from accounts where resident_id = $1', [residentId]);
  await raiseHint(stage, rows[0].id);

  await openOffice(page, 'province', '/office/behaviour');
  await expect(page.getByText('系统只列出线索，不自动封禁')).toBeVisible();
  await expectSound(page);
  const row = page.getByRole('row').filter({ hasText: maskPhone(phone) });
  await expect(row).toContainText('一分钟内操作过多');
  await expect(row).toContainText('一分钟 130 次');
  await row.getByRole('button', { name: '给出结论' }).click();
  await expectSound(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: '继续观察' }).check();
  await dialog.getByLabel('依据').fill('已致电核实');
  await dialog.getByRole('button', { name: '保存结论' }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('link', { name: '全部' }).click();
  await expect(row).toContainText('已致电核实');
});
