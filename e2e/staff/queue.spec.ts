import { expect, type Page } from '@playwright/test';
import { openClinic as openDayClinic } from '#server/start/demo-day.ts';
import { facilityId } from '#server/start/demo-house.ts';
import { becomeResident } from '../resident/steps.ts';
import { openToday } from '../support/clinics.ts';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { inTurn, passMidnight, type Stage, test } from '../support/stage.ts';

test.describe.configure({ timeout: 150_000 });

const picture = (page: Page, name: string) =>
  process.env.E2E_PICTURES
    ? page.screenshot({ path: `${process.env.E2E_PICTURES}/${test.info().project.name}-${name}.png`, fullPage: true })
    : null;

test.describe('on the day of the visit', () => {
  test('the line is called from a room, shown on the wall, judged at the desk, and seen on the phone', async ({
    page: desk,
    browser,
    stage,
  }) => {
    await passMidnight(stage);
    const open = async () => (await browser.newContext({ viewport: desk.viewportSize() })).newPage();
    // the hospital's sample doctor has one room
    await inTurn(stage, 'room of the sample doctor', () => liveOneVisit(stage, desk, open));
  });
});

async function liveOneVisit(stage: Stage, desk: Page, open: () => Promise<Page>): Promise<void> {
  const [wall, phone, doctor] = [await open(), await open(), await open()];
  const { residentId } = await becomeResident(phone);
  const clinic = await openDayClinic(stage, residentId);
  if (!clinic) throw new Error('the day of the demo has had all its clinics');
  await openToday(stage, '00:08', `${facilityId}:04.03`);

  await test.step('given a screen in the hall and a kiosk, opened by the desk', async () => {
    await signInAs(desk, 'desk.h0053');
    await desk.goto('/staff/queue/screens');
    await expectSound(desk);
    await picture(desk, 'screens');
    const row = desk.getByRole('row', { name: '门诊候诊区' });
    await wall.goto((await row.getByRole('link', { name: '打开' }).getAttribute('href')) ?? '');
    await expect(wall.getByText('3 诊室')).toBeVisible();
    await expectSound(wall);
    await picture(wall, 'wall');
  });

  await test.step('and a resident who sees the own place as a range', async () => {
    await phone.goto('/appointments');
    await phone.getByRole('link').filter({ hasText: '金堂县人民医院' }).first().click();
    await expect(phone.getByText('下一位就是您')).toBeVisible();
    await expect(phone.getByText(/预计还要 \d+ 至 \d+ 分钟/)).toBeVisible();
    await expectSound(phone);
    await picture(phone, 'phone');
  });

  await test.step('when the desk lets the one who missed the call queue again', async () => {
    await desk.goto('/staff/queue');
    await expectSound(desk);
    await picture(desk, 'lines');
    await desk.locator(`a[href="/staff/queue/${clinic.sessionId}"]`).click();
    await expectSound(desk);
    await picture(desk, 'line');
    await desk.getByRole('button', { name: '重新排队' }).first().click();
    await expect(desk.getByRole('button', { name: '重新排队' })).toHaveCount(0);
  });

  await test.step('then the doctor ends one visit and calls the next, by keyboard alone', async () => {
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

  await test.step('and chooses the time of the return visit for somebody without a phone', async () => {
    await doctor.getByRole('link', { name: '现在替病人选时间' }).click();
    await expect(doctor.getByText(/^医生建议：/)).toBeVisible();
    await expectSound(doctor);
    await doctor.getByRole('radio').first().check();
    await doctor.getByRole('button', { name: '预约并打印凭证' }).click();
    await expect(doctor.getByTestId('booking-code')).toBeVisible();
    await picture(doctor, 'return-slip');
  });

  await test.step('and sends the patient on to the right department, once and without a second fee', async () => {
    await doctor.goto('/staff/queue');
    await doctor.getByText('转到其他科室').click();
    await doctor.getByLabel('转到').selectOption({ label: '骨科 · 00:08–23:59' });
    await doctor.getByLabel('原因').fill('症状属于其他科室');
    await doctor.getByRole('button', { name: '转过去' }).click();
    await expect(doctor.getByText('已转科室').first()).toBeVisible();
    await expectSound(doctor);
    await phone.goto('/messages');
    await expectSound(phone);
    await picture(phone, 'moved-message');
    await phone.goto('/appointments');
    await phone.getByRole('link').filter({ hasText: '骨科' }).first().click();
    await expectSound(phone);
    await picture(phone, 'moved');
  });

  await test.step('and the wall says so when the network is gone', async () => {
    await wall.context().setOffline(true);
    await expect(wall.getByText('网络不通')).toBeVisible({ timeout: 15_000 });
    await wall.context().setOffline(false);
    await expect(wall.getByText(/^更新于/)).toBeVisible({ timeout: 15_000 });
  });
}
