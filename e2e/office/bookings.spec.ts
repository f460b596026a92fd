import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { facilityId } from '#server/start/demo-house.ts';
import { becomeResident } from '../resident/steps.ts';
import { callApi } from '../support/api.ts';
import { expectSound } from '../support/sound.ts';
import { openOffice } from './office-visit.ts';

type Session = { id: string; state: string; free: number };
type Booked = { id: string; code: string; facilityId: string };

/** Somebody books at the county hospital. */
async function bookAtCountyHospital(page: Page): Promise<Booked> {
  const { residentId } = await becomeResident(page);
  const { departments } = await callApi<{ departments: { id: string }[] }>(page, 'query', 'facilities.facility', {
    facilityId,
  });
  for (const { id: departmentId } of departments) {
    const { sessions } = await callApi<{ sessions: Session[] }>(page, 'query', 'schedules.browse', { departmentId });
    for (const session of sessions.filter((each) => each.state === 'open' && each.free > 0).slice(-2)) {
      const wish = { key: randomUUID(), facilityId, sessionId: session.id, residentId };
      const answer = await page.request.post('/api/trpc/booking.book', { data: wish });
      if (answer.ok()) return (await answer.json()).result.data;
    }
  }
  throw new Error('no session of the county hospital could be booked');
}

test('an official finds a booking by its code, reads and prints its story, and the resident sees who looked', async ({
  browser,
}) => {
  const residentContext = await browser.newContext();
  const resident = await residentContext.newPage();
  const booking = await bookAtCountyHospital(resident);

  const context = await browser.newContext();
  const page = await context.newPage();
  await openOffice(page, 'county');
  await page.getByRole('navigation', { name: '管理端导航' }).getByRole('link', { name: '预约查证' }).click();
  await page.getByLabel('预约码').fill(booking.code.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByText('金堂县人民医院')).toBeVisible();
  await expectSound(page);
  await page.getByLabel('工单号（选填）').fill('12345-2026-1');
  await page.getByRole('button', { name: '查看经过' }).click();

  await expect(page.getByRole('heading', { level: 1, name: `预约经过 ${booking.code}` })).toBeVisible();
  await expect(page.getByText('投诉处理 12345-2026-1')).toBeVisible();
  for (const part of ['预约信息', '状态变化', '告知医院', '通知居民', '医院现在的说法', '操作记录']) {
    await expect(page.getByRole('heading', { level: 2, name: part })).toBeVisible();
  }
  await expect(page.getByText(/^\d{4}\*{8,10}[\dX]{4}$/)).toBeVisible();
  await expectSound(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: '管理端导航' })).toBeHidden();
  await expect(page.getByRole('heading', { level: 2, name: '操作记录' })).toBeVisible();

  const { residentId } = await callApi<{ residentId: string }>(resident, 'query', 'access.me', null);
  const { looks } = await callApi<{ looks: { actorKind: string; what: string; reason: string }[] }>(
    resident,
    'query',
    'cases.looks',
    { residentId },
  );
  expect(looks).toContainEqual(
    expect.objectContaining({ actorKind: 'official', what: 'booking-trail', reason: 'complaint:12345-2026-1' }),
  );
  await context.close();
  await residentContext.close();
});

test('a code that is not in the area, or is none, says so', async ({ page }) => {
  await openOffice(page, 'village', '/office/bookings?code=34679ACD');
  await expect(page.getByText('本区域内没有这个预约码')).toBeVisible();
  await page.goto('/office/bookings?code=!!');
  await expect(page.getByText('预约码应为 6 到 12 位字母或数字。')).toBeVisible();
  await expectSound(page);
});
