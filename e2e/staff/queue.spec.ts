import { expect, type Page, test } from '@playwright/test';
import { signIn } from '../resident/steps.ts';
import { expectSound, regionTime, signInAs } from './steps.ts';

test.describe.configure({ timeout: 150_000 });

const picture = (page: Page, name: string) =>
  process.env.E2E_PICTURES
    ? page.screenshot({ path: `${process.env.E2E_PICTURES}/${test.info().project.name}-${name}.png`, fullPage: true })
    : null;

test.describe('on the day of the visit', () => {
  test('the line is called from a room, shown on the wall, judged at the desk, and seen on the phone', async ({
    page,
    browser,
  }) => {
    test.skip(regionTime() > '23:50', 'the demo’s clinic ends with the day');
    test.skip(test.info().project.name !== 'desktop', 'one clinic of the day: one journey goes through it');
    const open = async () => (await browser.newContext({ viewport: page.viewportSize() })).newPage();

    const wall = await open();
    await test.step('given a screen in the hall and a kiosk, opened by the desk', async () => {
      await signInAs(page, 'desk.h0053');
      await page.goto('/staff/queue/screens');
      await expectSound(page);
      await picture(page, 'screens');
      const row = page.getByRole('row', { name: '门诊候诊区' });
      await wall.goto((await row.getByRole('link', { name: '打开' }).getAttribute('href')) ?? '');
      await expect(wall.getByText('3 诊室')).toBeVisible();
      await expectSound(wall);
      await picture(wall, 'wall');
    });

    await test.step('and a resident who sees the own place as a range', async () => {
      const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
      await phone.goto('/sign-in?next=/appointments');
      await signIn(phone, '13800000003');
      await phone.getByRole('link').filter({ hasText: '金堂县人民医院' }).first().click();
      await expect(phone.getByText(/前面还有 \d+ 人|下一位就是您/)).toBeVisible();
      await expect(phone.getByText(/预计还要 \d+ 至 \d+ 分钟/)).toBeVisible();
      await expectSound(phone);
      await picture(phone, 'phone');
      await phone.goto('/me/notices');
      await expectSound(phone);
      await picture(phone, 'choices');
      await phone.close();
    });

    await test.step('when the desk lets the one who missed the call queue again', async () => {
      await page.goto('/staff/queue');
      await expectSound(page);
      await picture(page, 'lines');
      await page.getByRole('row', { name: '3 诊室' }).getByRole('link').click();
      await expectSound(page);
      await picture(page, 'line');
      await page.getByRole('button', { name: '重新排队' }).first().click();
      await expect(page.getByRole('button', { name: '重新排队' })).toHaveCount(0);
    });

    await test.step('then the doctor ends one visit and calls the next, by keyboard alone', async () => {
      const doctor = await open();
      await signInAs(doctor, 'doctor.h0053');
      await doctor.goto('/staff/queue');
      await expect(doctor.getByRole('heading', { name: /我的诊室 · 3 诊室/ })).toBeVisible();
      await expectSound(doctor);
      await picture(doctor, 'room');
      await doctor.getByRole('button', { name: '看完，叫下一位' }).focus();
      await doctor.keyboard.press('Enter');
      await expect(doctor.getByRole('button', { name: '已进诊室' })).toBeVisible();
      const called = (await doctor.getByRole('status').first().textContent()) ?? '';
      await expect(doctor.getByRole('button', { name: '未应，过号' })).toBeDisabled();
      await expect(wall.getByText(`${called.split(' ')[0]} 号`).first()).toBeVisible();
      await doctor.getByRole('button', { name: '已进诊室' }).click();
      await expect(doctor.getByRole('button', { name: '去做检查' })).toBeVisible();
      await doctor.getByText('约复诊').click();
      await doctor.getByRole('button', { name: '发出复诊建议' }).click();
      await expect(doctor.getByText('已发给病人')).toBeVisible();
      await expectSound(doctor);
      await picture(doctor, 'inside');
    });

    await test.step('and the wall says so when the network is gone', async () => {
      await wall.context().setOffline(true);
      await expect(wall.getByText('网络不通')).toBeVisible({ timeout: 15_000 });
      await wall.context().setOffline(false);
      await expect(wall.getByText(/^更新于/)).toBeVisible({ timeout: 15_000 });
    });
  });
});
