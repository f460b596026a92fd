import { expect, test } from '@playwright/test';
import { expectSound } from '../support/sound.ts';
import { becomeResident, bookFirst, hospitalOf, openDepartment } from './steps.ts';

test.describe('somebody inside a hospital', () => {
  test('scans the code at the entrance and is led to the room, without sign-in', async ({ page }) => {
    await page.goto('/w/H0001/E1');
    await expect(page.getByText('您在这里')).toBeVisible();
    await expect(page.getByText('门诊楼正门')).toBeVisible();
    await expectSound(page);
    await page.getByRole('link', { name: /心血管内科/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: '去心血管内科' })).toBeVisible();
    await expect(page.getByText(/大约步行 \d+ 分钟/)).toBeVisible();
    const steps = page.getByRole('main').locator('ol > li');
    await expect(steps.first()).toContainText('进正门');
    await expect(steps.last()).toContainText('门上写着“心血管内科”');
    await expect(page.getByText('到了：心血管内科')).toBeVisible();
    await expectSound(page);
  });

  test('goes on from the next code without stairs, and in English', async ({ page }) => {
    await page.goto('/w/H0001/G1?to=R03.04');
    await expect(page.getByText('门诊大厅导医台').first()).toBeVisible();
    if (await page.getByText('有台阶或自动扶梯').isVisible())
      await page.getByRole('link', { name: '改走无台阶路线' }).click();
    await expect(page.getByText('全程无台阶')).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'To Cardiology' })).toBeVisible();
    await expect(page.getByText('No steps on the way')).toBeVisible();
    await expectSound(page);
  });

  test('is told when a code is no longer in use', async ({ page }) => {
    await page.goto('/w/H0001/GONE');
    await expect(page.getByRole('heading', { name: '这个位置码已经停用' })).toBeVisible();
    await expectSound(page);
  });

  test.describe('whose phone runs no script', () => {
    test.use({ javaScriptEnabled: false });
    test('still finds the way', async ({ page }) => {
      await page.goto('/w/H0001/E2');
      await page.getByRole('link', { name: /门诊药房/ }).click();
      await expect(page.getByText('到了：门诊药房')).toBeVisible();
    });
  });
});

test.describe('a resident with a booking', () => {
  test('reads what to bring, the steps of the day and the way, and finds the own room behind a code', async ({
    page,
  }, info) => {
    await becomeResident(page);
    const hospital = hospitalOf(info, 6);
    const department = await openDepartment(page, hospital);
    await bookFirst(page);
    await expect(page.getByText(/请提前 \d+ 分钟到院/)).toBeVisible();
    await page.getByRole('link', { name: '怎么走、看病流程' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '就诊导诊单' })).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: '签到' }).first()).toContainText('分诊台');
    await expect(page.getByText('导航请定位到这个门')).toBeVisible();
    await expectSound(page);

    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: '打印导诊单' })).toBeHidden();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'screen' });

    await page.goto(`/w/${hospital}/G1`);
    const own = page.locator('a[data-own]');
    await expect(own).toContainText(department);
    await own.click();
    await expect(page.getByText(`到了：${department}`)).toBeVisible();
    await expectSound(page);
  });
});
