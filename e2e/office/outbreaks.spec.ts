import { expect, test } from '@playwright/test';
import { expectSound } from '../support/sound.ts';
import { openOffice } from './office-visit.ts';

test('an official declares an outbreak for the own area, and ends it', async ({ page }) => {
  await openOffice(page, 'city', '/office/outbreaks');
  await expect(page.getByRole('heading', { name: '疫情通告', level: 1 })).toBeVisible();
  await expectSound(page);
  const disease = `试验热${Date.now() % 100_000}`;
  await page.getByLabel('适用地区').selectOption({ label: '新津区' });
  await expect(page.getByText('将对成都市 新津区生效')).toBeVisible();
  await page.getByLabel('疾病').fill(disease);
  await page.getByLabel('说明（中文）').fill('请先到发热门诊');
  await page.getByLabel('说明（英文）').fill('Please go to a fever clinic first');
  await page.getByLabel('到哪天止').fill(await page.getByLabel('从哪天起').inputValue());
  await page.getByRole('button', { name: '发布通告' }).click();
  const row = page.getByRole('row').filter({ hasText: disease });
  await expect(row).toContainText('生效中');
  await row.locator('summary').click();
  await row.getByLabel('结束原因').fill('演练结束');
  await row.getByRole('button', { name: '提前结束' }).click();
  await expect(row).toContainText('已结束');
});
