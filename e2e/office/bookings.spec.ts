import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { callApi, expectGoodPage, signInOfficial, signInResident } from './office-visit.ts';

type Session = { id: string; state: string; free: number };
type Booked = { id: string; code: string; facilityId: string };

/** A sample resident books at the county hospital; another day a person in a test, other sample accounts. */
async function bookAtCountyHospital(page: Page, phone: string): Promise<Booked> {
  await signInResident(page, phone);
  const { residentId } = await callApi<{ residentId: string }>(page, 'query', 'access.me', null);
  const facilityId = 'H0053';
  const { departments } = await callApi<{ departments: { id: string }[] }>(page, 'query', 'facilities.facility', {
    facilityId,
  });
  for (const { id: departmentId } of departments) {
    const { sessions } = await callApi<{ sessions: Session[] }>(page, 'query', 'schedules.browse', { departmentId });
    for (const session of sessions.filter((each) => each.state === 'open' && each.free > 0).slice(-2)) {
      const wish = { key: randomUUID(), facilityId, sessionId: session.id, residentId };
      const answer = await page.request.post('/api/trpc/booking.book', {
        data: wish,
        headers: { origin: new URL(page.url()).origin },
      });
      if (answer.ok()) return (await answer.json()).result.data;
    }
  }
  throw new Error('no session of the county hospital could be booked');
}

test('an official finds a booking by its code, reads and prints its story, and the resident sees who looked', async ({
  browser,
}, info) => {
  test.slow(); // two people, each signing in
  // each size of screen has a resident of its own: the caps per person are real
  const phone = info.project.name === 'phone' ? '13800000002' : '13800000003';
  const residentContext = await browser.newContext();
  const resident = await residentContext.newPage();
  const booking = await bookAtCountyHospital(resident, phone);

  const context = await browser.newContext();
  const page = await context.newPage();
  await signInOfficial(page, 'county');
  await page.getByRole('navigation', { name: '管理端导航' }).getByRole('link', { name: '预约查证' }).click();
  await page.getByLabel('预约码').fill(booking.code.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByText('金堂县人民医院')).toBeVisible();
  await expectGoodPage(page);
  await page.getByLabel('工单号（选填）').fill('12345-2026-1');
  await page.getByRole('button', { name: '查看经过' }).click();

  await expect(page.getByRole('heading', { level: 1, name: `预约经过 ${booking.code}` })).toBeVisible();
  await expect(page.getByText('投诉处理 12345-2026-1')).toBeVisible();
  for (const part of ['预约信息', '状态变化', '告知医院', '通知居民', '医院现在的说法', '操作记录']) {
    await expect(page.getByRole('heading', { level: 2, name: part })).toBeVisible();
  }
  await expect(page.getByText(/^\d{4}\*{8,10}[\dX]{4}$/)).toBeVisible();
  await expectGoodPage(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: '管理端导航' })).toBeHidden();
  await expect(page.getByRole('heading', { level: 2, name: '操作记录' })).toBeVisible();

  const looked = await callApi<{ actorKind: string; what: string; reason: string }[]>(
    resident,
    'query',
    'access.listAccess',
    null,
  );
  expect(looked).toContainEqual(
    expect.objectContaining({ actorKind: 'official', what: 'booking-trail', reason: 'complaint:12345-2026-1' }),
  );
  await context.close();
  await residentContext.close();
});

test('a code that is not in the area, or is none, says so', async ({ page }) => {
  await signInOfficial(page, 'village');
  await page.goto('/office/bookings?code=34679ACD');
  await expect(page.getByText('本区域内没有这个预约码')).toBeVisible();
  await page.goto('/office/bookings?code=!!');
  await expect(page.getByText('预约码应为 6 到 12 位字母或数字。')).toBeVisible();
  await expectGoodPage(page);
});
