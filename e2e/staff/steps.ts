import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { idCheckCharacter } from '#server/kernel/national-id.ts';

/** A county hospital whose sessions are laid out here, not in a system of its own. */
export const facilityId = 'H0053';

export const signInAs = (page: Page, login: string): Promise<void> =>
  signInOnce(page, login, async () => {
    await page.goto(`/sign-in?as=${login}&next=/staff`);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect(page).toHaveURL((url) => url.pathname === '/staff');
  });

/** A time code works once in thirty seconds, a code by phone once a minute: one worker signs in and the others share it. */
export async function signInOnce(page: Page, name: string, signIn: () => Promise<void>): Promise<void> {
  const file = join(process.env.E2E_DATA ?? join(tmpdir(), `huimin-e2e-${process.ppid}`), `signed-in-${name}.json`);
  if (!existsSync(file) && takeTurn(`${file}.turn`)) {
    await signIn();
    writeFileSync(file, JSON.stringify(await page.context().cookies()));
  }
  for (let i = 0; i < 100 && !existsSync(file); i += 1) await wait(200);
  await page.context().addCookies(JSON.parse(readFileSync(file, 'utf8')));
}

function takeTurn(folder: string): boolean {
  try {
    mkdirSync(join(folder, '..'), { recursive: true });
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** No accessibility violation, and nothing that makes the page scroll sideways. */
export async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
}

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

const regionNow = () => new Date(Date.now() + 8 * 3_600_000).toISOString();
export const regionToday = () => regionNow().slice(0, 10);
export const regionTime = () => regionNow().slice(11, 16);
export const dayAfter = (days: number) =>
  new Date(Date.parse(regionToday()) + days * 86_400_000).toISOString().slice(0, 10);

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
