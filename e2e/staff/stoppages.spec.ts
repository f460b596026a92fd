import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { dayAfter, expectSound, facilityId, inventPatient, signInAs } from './steps.ts';

test.describe.configure({ timeout: 300_000 });

/** Booked in each of three clinics of the week. */
const perClinic = 40;

/** What the page's own script could ask, with the visitor's cookie; too fast a caller waits as told. */
async function ask<T>(page: Page, path: string, input: unknown): Promise<T> {
  const { origin } = new URL(page.url());
  for (;;) {
    const answer = await page.request.post(`/api/trpc/${path}`, { data: input as object, headers: { origin } });
    if (answer.status() === 429) {
      await page.waitForTimeout(1000 * Number(answer.headers()['retry-after'] ?? 1));
      continue;
    }
    const body = await answer.json();
    expect(answer.ok(), `${path}: ${JSON.stringify(body).slice(0, 300)}`).toBe(true);
    return body.result.data as T;
  }
}

async function addClinic(page: Page, departmentId: string, days: number, capacity: number): Promise<string> {
  const id = randomUUID();
  await ask(page, 'schedules.addSession', {
    ...{ id, departmentId, practitionerId: null, date: dayAfter(days), halfDay: 'evening', numberType: 'ordinary' },
    ...{ startsAt: '18:00', endsAt: '21:00', feeFen: 600, capacity, quotas: {}, reason: '夜间门诊' },
  });
  return id;
}

/** Colleagues book for people who ask, each four at a time. */
async function fill(colleagues: Page[], sessionIds: string[]): Promise<void> {
  const wishes = sessionIds.flatMap((sessionId) => Array.from({ length: perClinic }, () => sessionId));
  const lane = async (page: Page) => {
    for (let sessionId = wishes.pop(); sessionId; sessionId = wishes.pop()) {
      const wish = { ...inventPatient(), phone: '13900000000', consent: 'by-phone' };
      const asked = await ask<{ ask: string }>(page, 'proxy.identify', wish);
      await ask(page, 'proxy.book', { ask: asked.ask, key: randomUUID(), facilityId, sessionId });
    }
  };
  await Promise.all(colleagues.flatMap((page) => Array.from({ length: 4 }, () => lane(page))));
}

test('a manager stops a whole department for a week: everybody is told, and those left are listed', async ({
  page,
  browser,
}, info) => {
  // each size of screen stops a department of its own
  const place = info.project.name === 'phone' ? -1 : -2;
  let department = { id: '', name: '' };

  await test.step('given a department with more than a hundred people booked in the coming week', async () => {
    await signInAs(page, 'manager.h0053');
    await page.goto('/staff/stoppages');
    const answer = await page.request.get('/api/trpc/schedules.staffDirectory');
    const { departments } = (await answer.json()).result.data as { departments: (typeof department)[] };
    department = departments.at(place) ?? department;
    const sessions = [];
    for (const days of [2, 3, 4]) sessions.push(await addClinic(page, department.id, days, perClinic));
    const desk = await (await browser.newContext()).newPage();
    const doctor = await (await browser.newContext()).newPage();
    await signInAs(desk, 'desk.h0053');
    await signInAs(doctor, 'doctor.h0053');
    for (const colleague of [desk, doctor]) await colleague.goto('/staff');
    await fill([page, desk, doctor], sessions);
    for (const colleague of [desk, doctor]) await colleague.context().close();
  });

  await test.step('when the manager looks at what stopping means, and stops', async () => {
    await expectSound(page);
    await page.getByRole('link', { name: '停诊…' }).click();
    await page.getByLabel('科室', { exact: true }).selectOption({ label: department.name });
    await page.getByLabel('第一天').fill(dayAfter(1));
    await page.getByLabel('最后一天').fill(dayAfter(7));
    await page.getByRole('button', { name: '看影响' }).click();
    await expect(page.getByText(/^\d{3} 位居民持号/)).toBeVisible();
    await expectSound(page);
    await page.getByLabel('原因').fill('科室设备检修');
    await page.getByRole('button', { name: '确认停诊并通知' }).click();
    await expect(page).toHaveURL(/\/staff\/stoppages\/[0-9a-f-]{36}$/);
  });

  await test.step('then the page follows the work until everybody was told', async () => {
    await expect(page.getByRole('main').getByText('已全部通知').first()).toBeVisible({ timeout: 180_000 });
    await expect(page.getByText(/^还没有着落：\d+ 位$/)).toBeVisible();
  });
});
