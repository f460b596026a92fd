import { expect, type Page } from '@playwright/test';
import { addDays, regionDay } from '#server/kernel/clock.ts';
import { idCheckCharacter } from '#server/kernel/national-id.ts';
import { expectSound } from '../support/sound.ts';

/** A woman who cannot be: the first six digits are of no place. Every department but children's sees her. */
export function inventPatient(): { name: string; idNumber: string } {
  const digits = (n: number) =>
    Math.floor(Math.random() * 10 ** n)
      .toString()
      .padStart(n, '0');
  const first17 = `519902${1940 + Math.floor(Math.random() * 60)}0${1 + Math.floor(Math.random() * 9)}1${digits(1)}${digits(2)}${2 * Math.floor(Math.random() * 5)}`;
  const letters = '安宁平和顺康泰福禄寿喜春夏秋冬';
  const pick = () => letters[Math.floor(Math.random() * letters.length)];
  return { name: `测${pick()}${pick()}`, idNumber: first17 + idCheckCharacter(first17) };
}

export const dayAfter = (days: number) => addDays(regionDay(new Date()), days);

/** 加开一班 through the form; ends on the new session's page. */
type SessionWish = { date: string; startsAt: string; endsAt: string; fee: string; capacity?: number };

export async function addSession(page: Page, wish: SessionWish) {
  await page.goto(`/staff/sessions/add?date=${wish.date}`);
  await expectSound(page);
  await page.getByLabel('开始时间').fill(wish.startsAt);
  await page.getByLabel('结束时间').fill(wish.endsAt);
  await page.getByLabel('挂号费（元）').fill(wish.fee);
  if (wish.capacity) await page.getByLabel('每班号数').fill(String(wish.capacity));
  await page.getByLabel('其中留给窗口').fill('0');
  await page.getByLabel('加开原因').fill('流感高峰，号源不足');
  await page.getByRole('button', { name: '加开并发布' }).click();
  await expect(page).toHaveURL(/\/staff\/sessions\/[0-9a-f-]{36}$/);
}

/** 加号 on the session's page. */
export async function addExtra(page: Page, patient: { name: string; idNumber: string }) {
  await page.getByLabel('病人姓名').fill(patient.name);
  await page.getByLabel('身份证号码').fill(patient.idNumber);
  await page.getByLabel('加号原因').fill('远道而来，病情需要');
  await page.getByRole('button', { name: '加号并预约' }).click();
  await expect(page.getByText('已加号。预约已建立')).toBeVisible();
}
