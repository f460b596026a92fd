import { expect, test } from '@playwright/test';
import { becomeResident, bookFirst, firstOpenSession, openDepartment } from '../resident/steps.ts';
import { expectSound } from '../support/sound.ts';
import { hospitalSystem } from './sandbox.ts';

/**
 * Connected hospitals, one a test and a size that it runs at, so that journeys do not take each other's numbers. None
 * of them is for women and children only: `openDepartment` looks for a department that sees everybody. So one serves
 * both sizes where hospitals confirm; they come to it one after the other.
 */
const connected = {
  booking: 'H0001',
  window: 'H0004',
  stopping: ['H0006', 'H0007'],
  confirming: ['H0003', 'H0003'],
} as const;
const soon = { timeout: 20_000, intervals: [250] };

const idIn = (url: string) => new URL(url).pathname.split('/').at(-1) ?? '';
const which = (project: string) => (project === 'phone' ? 0 : 1);

test('what is booked here is booked there, and cancelling frees both', { tag: '@phone' }, async ({ page }) => {
  const facilityId = connected.booking;
  const hospital = hospitalSystem(facilityId);
  await becomeResident(page);
  await openDepartment(page, facilityId);
  await bookFirst(page);
  const id = idIn(page.url());
  await expect.poll(async () => (await hospital.appointment(id))?.status, soon).toBe('booked');
  const there = await hospital.appointment(id);
  if (!there) throw new Error('the hospital lost it');
  expect((await hospital.slotOf(there)).status).toBe('busy');
  await page.getByRole('button', { name: '取消预约' }).click();
  await page.getByRole('button', { name: '确定取消' }).click();
  await expect(page.getByText('这次预约已取消，号源已退回。')).toBeVisible();
  await expect.poll(async () => (await hospital.appointment(id))?.status, soon).toBe('cancelled');
  expect((await hospital.slotOf(there)).status).toBe('free');
});

test('a number taken at the hospital disappears from the page within seconds', { tag: '@phone' }, async ({ page }) => {
  const facilityId = connected.window;
  const hospital = hospitalSystem(facilityId);
  await becomeResident(page);
  await openDepartment(page, facilityId);
  const session = (await firstOpenSession(page).getAttribute('href')) ?? '';
  await bookFirst(page); // the booking tells which clinic of the hospital this session is
  await expect.poll(async () => (await hospital.appointment(idIn(page.url())))?.status, soon).toBe('booked');
  const there = await hospital.appointment(idIn(page.url()));
  if (!there) throw new Error('the hospital lost it');
  const free = await hospital.freeSlots((await hospital.slotOf(there)).schedule.reference);
  const windows = async () => {
    await page.goto(session);
    return page.getByRole('radio', { name: /余/ }).count();
  };
  expect(await windows()).toBeGreaterThan(0);
  for (const slot of free) await hospital.control({ take: { slot: slot.id } });
  await expect.poll(windows, soon).toBe(0);
});

test('a clinic stopped at the hospital reaches the resident as a message with an offer', async ({ page }, info) => {
  const facilityId = connected.stopping[which(info.project.name)];
  const hospital = hospitalSystem(facilityId);
  await becomeResident(page);
  await openDepartment(page, facilityId);
  // the last day but one, so that the same clinic of a later day can be offered
  await page.locator('nav a[data-open]').nth(-2).click();
  await bookFirst(page);
  const id = idIn(page.url());
  await expect.poll(async () => (await hospital.appointment(id))?.status, soon).toBe('booked');
  const there = await hospital.appointment(id);
  const schedule = (await hospital.slotOf(there ?? { id: '' })).schedule.reference;
  await hospital.control({ stop: { schedule: schedule.split('/').at(-1), reason: '医生外出' } });
  await expect
    .poll(async () => {
      await page.goto('/messages');
      return page.getByRole('listitem').filter({ hasText: '医院停诊' }).count();
    }, soon)
    .toBe(1);
  await expectSound(page);
  await page.goto(`/appointments/${facilityId}/${id}`);
  await expectSound(page);
  await page.getByRole('button', { name: '接受这个号' }).click();
  await expect(page).toHaveURL(/new=1/);
  await expect(page.getByTestId('booking-code')).toBeVisible();
  await page.goto('/appointments');
  await expect(page.locator('a[href^="/appointments/H"]')).toHaveCount(1);
});

test('a hospital that confirms: the number is held, then the page says by itself that it is booked', async ({
  page,
}, info) => {
  const facilityId = connected.confirming[which(info.project.name)];
  const hospital = hospitalSystem(facilityId);
  await becomeResident(page);
  await openDepartment(page, facilityId);
  await bookFirst(page);
  const id = idIn(page.url());
  await expect(page.getByText('预约成功', { exact: true })).toBeVisible({ timeout: 30_000 });
  expect((await hospital.appointment(id))?.status).toBe('booked');
  await expectSound(page);
  await page.goto('/messages');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2); // held, then confirmed
});
