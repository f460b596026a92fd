import { expect } from '@playwright/test';
import { callApi } from '../support/api.ts';
import { bookFor, openClinic } from '../support/clinics.ts';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { type Stage, test } from '../support/stage.ts';
import { dayAfter, inventPatient } from './steps.ts';

test.describe.configure({ timeout: 300_000 });

/** Booked in each of three clinics of the week. */
const perClinic = 40;

/** People ask at the desk, four at a time. */
async function fill(stage: Stage, sessionIds: string[]): Promise<void> {
  const wishes = sessionIds.flatMap((sessionId) => Array.from({ length: perClinic }, () => sessionId));
  const lane = async () => {
    for (let sessionId = wishes.pop(); sessionId; sessionId = wishes.pop())
      await bookFor(stage, sessionId, inventPatient());
  };
  await Promise.all(Array.from({ length: 4 }, lane));
}

test('a manager stops a whole department for a week: everybody is told, and those left are listed', async ({
  page,
  stage,
}, info) => {
  // each size of screen stops a department of its own
  const place = info.project.name === 'phone' ? -1 : -2;
  let department = { id: '', name: '' };

  await test.step('given a department with more than a hundred people booked in the coming week', async () => {
    await signInAs(page, 'manager.h0053');
    type Directory = { departments: (typeof department)[] };
    const { departments } = await callApi<Directory>(page, 'query', 'schedules.staffDirectory');
    department = departments.at(place) ?? department;
    const evening = { startsAt: '18:00', endsAt: '21:00', capacity: perClinic, departmentId: department.id };
    const sessions: string[] = [];
    for (const days of [2, 3, 4]) sessions.push(await openClinic(stage, { ...evening, date: dayAfter(days) }));
    await fill(stage, sessions);
    await page.goto('/staff/stoppages');
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
