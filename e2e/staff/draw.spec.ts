import { expect, test } from '@playwright/test';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { addSession, dayAfter, inventPatient } from './steps.ts';

test.describe.configure({ timeout: 150_000 });

test.describe('numbers by draw, for staff', () => {
  test('a scheduler gives a session by draw, residents are told instead of racing, and it can be undone', async ({
    page,
  }) => {
    await signInAs(page, 'scheduler.h0053');
    const hour = test.info().project.name === 'phone' ? '05' : '06';
    await addSession(page, { date: dayAfter(7), startsAt: `${hour}:00`, endsAt: `${hour}:40`, fee: '9' });
    const sessionId = page.url().split('/').at(-1) ?? '';

    await page.getByRole('button', { name: '改为抽签放号' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('种子的指纹立即公布');
    await expectSound(page);
    await dialog.getByLabel('登记多久（分钟）').fill('120');
    await dialog.getByLabel('原因').fill('想要的人比号多');
    await dialog.getByRole('button', { name: '改为抽签' }).click();
    await expect(page.getByRole('button', { name: '改回先到先得' })).toBeVisible();
    await expectSound(page);

    await page.goto(`/book/H0053/${sessionId}`);
    await expect(page.getByText('这个班次抽签放号')).toBeVisible();
    await expectSound(page);
    await page.getByRole('link', { name: '去登记' }).click();
    await expect(page.getByText('未开始登记')).toBeVisible();

    await page.goto(`/staff/sessions/${sessionId}`);
    await page.getByRole('button', { name: '改回先到先得' }).click();
    await page.getByRole('dialog').getByLabel('原因').fill('加了班次');
    await page.getByRole('dialog').getByRole('button', { name: '改回先到先得' }).click();
    await expect(page.getByRole('button', { name: '改为抽签放号' })).toBeVisible();
  });

  for (const [login, who] of [
    ['desk.h0053', 'the desk'],
    ['doctor.v510121109219', 'a village doctor'],
  ] as const) {
    test(`${who} enters a request for somebody who asks, once however often it is sent`, async ({ page }) => {
      const patient = inventPatient();
      await signInAs(page, login);
      await page.goto('/staff/draws');
      await expectSound(page);
      for (const answer of ['已登记，回执', '之前已登记过，回执']) {
        await page.getByLabel('姓名').fill(patient.name);
        await page.getByLabel('证件号码').fill(patient.idNumber);
        await page.getByRole('radio', { name: '来电' }).check();
        await page.getByRole('button', { name: '登记', exact: true }).click();
        await expect(page.getByRole('main').getByRole('alert')).toContainText(answer);
      }
      await expectSound(page);
    });
  }

  test('a number that does not check is refused with what to mend', async ({ page }) => {
    await signInAs(page, 'desk.h0053');
    await page.goto('/staff/draws');
    await page.getByLabel('姓名').fill('张三');
    await page.getByLabel('证件号码').fill('519902194001011234');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  });
});
