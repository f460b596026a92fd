import { expect, type Locator, type Page, type TestInfo } from '@playwright/test';
import { readDivisions } from '#db/seed/data-files.ts';
import { listHospitals } from '#db/seed/hospitals.ts';
import { idCheckCharacter } from '#server/kernel/national-id.ts';
import { callApi } from '../support/api.ts';
import { signInByPhone } from '../support/sign-in.ts';

const digits = (n: number) => Array.from({ length: n }, () => Math.floor(Math.random() * 10)).join('');
const year = new Date().getFullYear();

/** A woman who cannot be: the first six digits of the number are of no place. Every department but children's sees her. */
export function inventPerson(age = 36): { name: string; idNumber: string; phone: string } {
  const first17 = `519903${year - age}0${1 + Math.floor(Math.random() * 9)}1${Math.floor(Math.random() * 10)}${digits(2)}${2 * Math.floor(Math.random() * 5)}`;
  const letters = [...'安宁平和顺康泰福禄寿喜春夏秋冬'];
  const pick = () => letters[Math.floor(Math.random() * letters.length)];
  const surname = [...'赵钱孙李周吴郑王'][Math.floor(Math.random() * 8)];
  return {
    name: `${surname}${pick()}${pick()}`,
    idNumber: first17 + idCheckCharacter(first17),
    phone: `139${digits(8)}`,
  };
}

/** General hospitals without a system of their own, beyond those that other journeys name. */
const general = listHospitals(readDivisions()).filter((one) => one.id >= 'H0120' && one.type === '综合医院');

/**
 * A general hospital whose bookings are final at once; another for each journey and size of screen, because the
 * demo has one number a window and journeys run side by side.
 */
export function hospitalOf(info: TestInfo, journey: number): string {
  const hospital = general[journey * 2 + (info.project.name === 'desktop' ? 1 : 0)];
  if (!hospital) throw new Error('no hospital left for this journey');
  return hospital.id;
}

/** Signs in by phone; the demo shows on screen the code that a phone would have received. */
export async function signIn(page: Page, phone: string): Promise<void> {
  await page.getByLabel('手机号码').fill(phone);
  await page.getByRole('button', { name: '获取验证码' }).click();
  const code = await page.locator('[data-demo-code]').getAttribute('data-demo-code');
  await page.getByLabel('短信验证码').fill(code ?? '');
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

export async function giveRealName(page: Page, person: { name: string; idNumber: string }): Promise<void> {
  await page.getByLabel('姓名').fill(person.name);
  await page.getByLabel('身份证号码').fill(person.idNumber);
  await page.getByRole('button', { name: '提交' }).click();
}

/** A new resident, signed in and registered under the real name; at the page that is named, else nowhere yet. */
export async function becomeResident(page: Page, path?: string) {
  const person = inventPerson();
  await signInByPhone(page, person.phone);
  const { name, idNumber } = person;
  const { residentId } = await callApi<{ residentId: string }>(page, 'mutation', 'residents.register', {
    ...{ name, idNumber },
  });
  if (path) await page.goto(path);
  return { ...person, residentId };
}

/** Departments for some people only (A19): the invented grown-up may be of either sex. */
const notForAll = /儿|妇|产|更年期/;

/** Opens a department of the hospital that has a number left, on the last such day. */
export async function openDepartment(page: Page, hospitalId: string): Promise<string> {
  await page.goto(`/hospitals/${hospitalId}`);
  const link = page
    .locator(`a[href^="/hospitals/${hospitalId}/"]`)
    .filter({ hasText: '最早', hasNotText: notForAll })
    .first();
  await expect(link, `${hospitalId} has a department with numbers for everybody`).toBeVisible();
  const name = (await link.locator('strong').textContent()) ?? '';
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  // the last day with numbers left: far enough to change and cancel
  const day = page.locator('nav a[data-open]').last();
  const address = (await day.getAttribute('href')) ?? '';
  await day.click();
  await expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === address);
  return name;
}

/** A full one has a link too: to its waiting list. */
export const firstOpenSession = (page: Page): Locator =>
  page.locator('li[data-state="open"] a[href^="/book/"]').first();

/** From a department page to the proof of booking. */
export async function bookFirst(page: Page): Promise<void> {
  await firstOpenSession(page).click();
  await expect(page.getByRole('heading', { name: '选择就诊时间' })).toBeVisible();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('heading', { name: '核对并确认预约' })).toBeVisible();
  await page.getByRole('button', { name: '确认预约' }).click();
  await expect(page).toHaveURL(/\/appointments\/\w+\/[0-9a-f-]{36}/);
}
