import { type Browser, expect, type Page } from '@playwright/test';
import { facilityId } from '#server/start/demo-house.ts';
import { dayAfter } from '../staff/steps.ts';
import { bringMorning, openClinic } from '../support/clinics.ts';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { test } from '../support/stage.ts';
import { becomeResident } from './steps.ts';

test.describe.configure({ timeout: 120_000 });

const small = { startsAt: '13:00', endsAt: '13:30', capacity: 1 };

async function newPage(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({ viewport: page.viewportSize() });
  return context.newPage();
}

async function book(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: '确认预约' }).click();
  await expect(page).toHaveURL(/\/appointments\/\w+\/[0-9a-f-]{36}/);
}

test('a full clinic: one waits, the number that comes back is kept for that person, and one press takes it', async ({
  page,
  browser,
  stage,
}) => {
  const [staff, holder] = [await newPage(browser, page), await newPage(browser, page)];
  const sessionId = await openClinic(stage, { ...small, date: dayAfter(5) });
  const path = `/book/${facilityId}/${sessionId}`;

  await test.step('given a clinic whose only number somebody has', async () => {
    await becomeResident(holder);
    await book(holder, path);
  });

  const person = await becomeResident(page);
  await test.step('when a resident joins its list, the page says the place, and nobody joins twice', async () => {
    await page.goto(path);
    await expect(page.getByText('这个班次已约满，可以候补')).toBeVisible();
    await expectSound(page);
    await page.getByRole('button', { name: '加入候补' }).click();
    await expect(page.getByText(`${person.name} · 第 1 位`)).toBeVisible();
    await expect(page.getByRole('button', { name: '加入候补' })).toHaveCount(0);
    await page.goto('/me/waits');
    await expect(page.getByText('您排在最前面')).toBeVisible();
    await expectSound(page);
  });

  await test.step('then staff see who waits, and the number given back is nobody’s to grab', async () => {
    await signInAs(staff, 'scheduler.h0053');
    await staff.goto(`/staff/sessions/${sessionId}`);
    await expect(staff.getByRole('heading', { name: '候补名单' })).toBeVisible();
    await expect(staff.getByRole('row', { name: person.name })).toContainText('候补中');
    await expectSound(staff);
    await holder.getByRole('button', { name: '取消预约' }).click();
    await holder.getByRole('button', { name: '确定取消' }).click();
    await expect(holder.getByText('这次预约已取消，号源已退回。')).toBeVisible();
    await holder.goto(path);
    await expect(holder.getByText('这个班次已约满，可以候补')).toBeVisible();
  });

  await test.step('and the resident takes it with one press', async () => {
    await expect(async () => {
      await bringMorning(stage, sessionId);
      await page.goto('/me/waits');
      await expect(page.getByRole('button', { name: '要这个号' })).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 60_000 });
    await expectSound(page);
    await page.goto('/messages');
    await expect(page.getByRole('link', { name: /候补到号了/ })).toBeVisible();
    await page.getByRole('button', { name: '要这个号' }).click();
    await expect(page).toHaveURL(/\/appointments\/\w+\/[0-9a-f-]{36}\?new=1/);
    await expect(page.getByTestId('booking-code')).toBeVisible();
  });
});

test('who no longer wants to wait leaves, and reads it all in English', async ({ page, browser, stage }) => {
  const holder = await newPage(browser, page);
  const path = `/book/${facilityId}/${await openClinic(stage, { ...small, date: dayAfter(6) })}`;
  await becomeResident(holder);
  await book(holder, path);

  await becomeResident(page);
  await page.goto(path);
  await page.getByRole('button', { name: 'English' }).first().click();
  await expect(page.getByText('This clinic is full; you can join its waiting list')).toBeVisible();
  await page.getByRole('button', { name: 'Join the waiting list' }).click();
  await page.getByRole('link', { name: 'My waiting lists' }).click();
  await expect(page.getByText('You are first.')).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Leave the list' }).click();
  await expect(page.getByRole('dialog')).toContainText('Your place is not kept');
  await expectSound(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Leave the list' }).click();
  await expect(page.getByText('You left the list.')).toBeVisible();
  await expectSound(page);
});
