import { expect } from '@playwright/test';
import { writeProcedure } from '../support/chart.ts';
import { signInSample } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { test } from '../support/stage.ts';
import { becomeResident } from './steps.ts';

test('a resident opens the page apart, reads checks in plain words, and closes it', { tag: '@phone' }, async ({
  page,
}) => {
  await signInSample(page, '13800000001');
  await page.goto('/records');
  await page.getByRole('link', { name: '生育和避孕（单独打开）' }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText('家人看不到这一页');
  await expect(main).not.toContainText('风疹');
  await expectSound(page);
  await page.getByRole('button', { name: '打开' }).click();
  await expect(main).toContainText('女方检查');
  await expect(main).toContainText('对风疹没有抵抗力');
  await expect(main).toContainText('第 2 个孩子');
  await expectSound(page);
  await page.getByRole('button', { name: '关上' }).click();
  await expect(page).toHaveURL(/\/records$/);
  await expect(main).not.toContainText('风疹');
  await page.goto('/records/family-planning');
  await expect(page.getByRole('button', { name: '打开' })).toBeVisible();
});

test('a resident registers online, and takes registration and service back', { tag: '@phone' }, async ({ page }) => {
  await becomeResident(page, '/records/family-planning');
  await page.getByRole('button', { name: '打开' }).click();
  await page.getByRole('link', { name: '网上登记' }).click();
  const places = page.getByRole('navigation', { name: '换一个地方' });
  for (const name of ['成都市', '金堂县', '三溪镇']) await places.getByRole('link', { name }).click();
  await page.getByRole('radio', { name: /三溪镇卫生院/ }).check();
  await expectSound(page);
  await page.getByRole('button', { name: '登记' }).click();
  await expect(page.getByText(/登记好了/)).toBeVisible();
  await page.getByRole('link', { name: '查看我的登记' }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText('第 1 个孩子');
  await page.getByRole('button', { name: '撤回登记' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await expect(main).toContainText('本人撤回');
  await page.getByRole('button', { name: /不再由这里服务/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await expect(main).toContainText('没有机构在为您服务');
  await expectSound(page);
});

test('after what a hospital wrote a resident is offered advice, says yes to one centre, and leaves the rest', {
  tag: '@phone',
}, async ({ page, stage }) => {
  const { residentId } = await becomeResident(page);
  await stage.db.pool.query(`update residents set region_code = '510121109219' where id = $1`, [residentId]);
  await writeProcedure(stage, residentId, '人工流产术', 3);
  const main = page.getByRole('main');
  await page.goto('/records/family-planning');
  await page.getByRole('button', { name: '打开' }).click();
  // the worker raises it
  await expect(async () => {
    await page.reload();
    await expect(main).toContainText('身体恢复和今后避孕的咨询', { timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  await expect(main).toContainText('三溪镇卫生院可以提供');
  await expectSound(page);
  await page.getByRole('button', { name: '请联系我' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '请联系我' }).click();
  await expect(main).toContainText('三溪镇卫生院会联系您');
  await page.getByRole('button', { name: '不需要' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '不需要' }).click();
  await expect(main).toContainText('现在没有安排好的随访');
  await expect(page.getByRole('button', { name: /不再由这里服务/ })).toBeVisible();
  await expectSound(page);
});
