import { expect, test } from '@playwright/test';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

/** A case of its own for each screen, since they run beside each other. */
const mine = {
  phone: { person: '黃*華', why: '不足以确定', mark: '无法比较' },
  desktop: { person: '林*刚', why: '证件号码相同，姓名不同', mark: '不一致' },
};

test.describe('staff and patients of whom nobody is sure', () => {
  test('see them side by side, decide, and take it back', async ({ page }, info) => {
    const { person, why, mark } = info.project.name === 'phone' ? mine.phone : mine.desktop;
    await signInAs(page, 'desk.h0053');
    await page.goto('/staff/identity');
    await expect(page.getByRole('heading', { name: '身份核对', level: 1 })).toBeVisible();
    await expectSound(page);
    const row = page.getByRole('row').filter({ hasText: person });
    await expect(row).toContainText(why);
    await row.getByRole('link').click();
    await expect(page.getByRole('heading', { name: '是不是同一个人' })).toBeVisible();
    await expect(page.getByRole('table', { name: '并排比较' })).toContainText(mark);
    await expect(page.getByText(/\d{17}[\dX]/)).toHaveCount(0);
    await expectSound(page);

    await page.getByLabel('不是同一个人').check();
    await page.getByLabel('理由').fill('已电话核对，是另外一个人');
    await page.getByRole('button', { name: '确定' }).click();
    await expect(page.getByText(/曾丽萍 于 .*：不是同一个人/)).toBeVisible();
    await page.getByText('撤回这个判断').click();
    await page.getByLabel('为什么撤回').fill('电话打错了人，重新核对');
    await page.getByRole('button', { name: '撤回' }).click();
    await expect(page.getByText('您的判断')).toBeVisible();
    await page.getByRole('link', { name: '返回身份核对' }).click();
    await expect(page.getByRole('row').filter({ hasText: person })).toBeVisible();
  });

  test('look at what likeness linked, with the digit that was mistyped', async ({ page }) => {
    await signInAs(page, 'manager.h0053');
    await page.goto('/staff/identity?shelf=auto');
    await page.getByRole('row').filter({ hasText: '黄*福' }).getByRole('link').click();
    await expect(page.getByRole('table', { name: '并排比较' })).toContainText('第 5 位');
    await expect(page.getByLabel('还不能确定，请医院核实')).toHaveCount(0);
  });
});

test('an official of the county sees the county’s cases and asks the hospital', async ({ page }, info) => {
  const order = info.project.name === 'phone' ? '王*晨' : '王*辰';
  await signInAs(page, 'official.county');
  await page.goto('/office/identity');
  await expectSound(page);
  await expect(page.getByRole('row').filter({ hasText: '金堂县人民医院' }).first()).toBeVisible();
  if (order === '王*晨') return;
  await page.getByRole('row').filter({ hasText: order }).getByRole('link').click();
  await page.getByLabel('还不能确定，请医院核实').check();
  await page.getByLabel('理由').fill('请医院问清是双胞胎中的哪一个');
  await page.getByRole('button', { name: '确定' }).click();
  await expect(page.getByText('待医院核实').first()).toBeVisible();
  await page.goto('/office/identity?shelf=asked');
  await expect(page.getByRole('row').filter({ hasText: order })).toBeVisible();
  await expectSound(page);
});
