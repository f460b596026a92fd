import { expect } from '@playwright/test';
import { giveExtra, openToday } from '../support/clinics.ts';
import { signInAs, signInOnPage } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { passMidnight, test } from '../support/stage.ts';
import { inventPatient } from './steps.ts';

test.describe.configure({ timeout: 150_000 });

test.describe('for the front desk', () => {
  test('a patient is found and checked in with the keyboard alone, and stands on the printed list', async ({
    page: desk,
    stage,
  }) => {
    const patient = inventPatient();
    await passMidnight(stage);
    const sessionId = await openToday(stage, '00:05');
    await giveExtra(stage, sessionId, patient);

    await test.step('when the desk finds the patient by name and presses Enter twice', async () => {
      await signInOnPage(desk, 'desk.h0053', '/staff');
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
      await desk.emulateMedia({ media: 'screen' });
      await desk.goto(`/staff/sessions/${sessionId}`);
      await expect(desk.getByRole('button', { name: '停诊…' })).toBeDisabled();
      await expect(desk.getByText('您的岗位没有这项权限').first()).toBeVisible();
    });
  });

  test('a code of another day is found and told apart', async ({ page }) => {
    await signInAs(page, 'desk.h0053');
    await page.goto('/staff');
    await page.getByRole('searchbox').fill('QQQQ7777');
    await page.keyboard.press('Enter');
    await expect(page.getByText('本机构没有这个预约码')).toBeVisible();
  });
});
