import { expect, test } from '@playwright/test';
import { addExtra, addSession, expectSound, inventPatient, regionTime, regionToday, signInAs } from './steps.ts';

test.describe.configure({ timeout: 150_000 });

test.describe('for the front desk', () => {
  test('a patient is found and checked in with the keyboard alone, and stands on the printed list', async ({
    page,
    browser,
  }) => {
    test.skip(regionTime() > '23:20', 'too late in the day for a session that can still be booked today');
    const patient = inventPatient();

    await test.step('given a patient with an extra number for today', async () => {
      await signInAs(page, 'scheduler.h0053');
      await addSession(page, { date: regionToday(), startsAt: '00:05', endsAt: '23:59', fee: '6' });
      await addExtra(page, patient);
      await expect(page.getByText('已加 1 个，每班上限 3 个')).toBeVisible();
    });

    const context = await browser.newContext({ viewport: page.viewportSize() });
    const desk = await context.newPage();
    await test.step('when the desk finds the patient by name and presses Enter twice', async () => {
      await signInAs(desk, 'desk.h0053');
      await desk.goto('/staff');
      await expectSound(desk);
      await desk.getByRole('searchbox').focus();
      await desk.keyboard.type(patient.name);
      await expect(desk.getByText('找到 1 人')).toBeVisible();
      await desk.keyboard.press('Enter');
      await expect(desk.getByRole('button', { name: `为 ${patient.name} 签到` })).toBeFocused();
      await desk.keyboard.press('Enter');
    });

    await test.step('then the patient is checked in, the search is ready for the next one, and nobody is checked in twice', async () => {
      await expect(desk.getByText(`${patient.name} 已签到`)).toBeVisible();
      await expect(desk.getByRole('searchbox')).toBeFocused();
      await desk.keyboard.type(patient.name);
      const row = desk.getByRole('row', { name: patient.name });
      await expect(row).toContainText('已签到');
      await expect(row.getByRole('button')).toHaveCount(0);
    });

    await test.step('and the printed list has one sheet a department, without the console around it', async () => {
      await desk.goto('/staff/print');
      await expectSound(desk);
      await desk.emulateMedia({ media: 'print' });
      await expect(desk.getByRole('cell', { name: patient.name })).toBeVisible();
      await expect(desk.getByRole('navigation')).toBeHidden();
      await expect(desk.getByRole('button', { name: '打印' })).toBeHidden();
      if (test.info().project.name === 'desktop')
        expect((await desk.pdf({ format: 'A4' })).length).toBeGreaterThan(5000);
    });

    await test.step('and the desk may not stop a clinic: the button says why', async () => {
      await desk.goto(new URL(page.url()).pathname);
      await expect(desk.getByRole('button', { name: '停诊…' })).toBeDisabled();
      await expect(desk.getByText('您的岗位没有这项权限').first()).toBeVisible();
    });
    await context.close();
  });

  test('a code of another day is found and told apart', async ({ page }) => {
    await signInAs(page, 'desk.h0053');
    await page.goto('/staff');
    await page.getByRole('searchbox').fill('QQQQ7777');
    await page.keyboard.press('Enter');
    await expect(page.getByText('本机构没有这个预约码')).toBeVisible();
  });
});
