import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { callApi } from './api.ts';

type Account = { login: string | null; password: string; totp: string };

/** What the sign-in page does with its forms, without opening it; the pages themselves have journeys of their own. */
async function exchange(page: Page, by: 'code' | 'password', proof: Record<string, string>): Promise<void> {
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json();
  const headers = { 'x-auth-return-redirect': '1' };
  const answer = await page.request.post(`/api/auth/callback/${by}`, { form: { ...proof, csrfToken }, headers });
  const { url } = await answer.json();
  expect(url, `signing in by ${by}`).not.toContain('error');
}

/** Signs in by phone with the code that the demo would show on the screen. */
export async function signInByPhone(page: Page, phone: string): Promise<void> {
  const { demoCode } = await callApi<{ demoCode: string }>(page, 'mutation', 'access.requestCode', { phone });
  await exchange(page, 'code', { phone, code: demoCode });
}

/** A sample resident of the demo: a phone is sent one code a minute, so one worker signs in and the others share it. */
export async function signInSample(page: Page, phone: string): Promise<void> {
  const file = join(process.env.E2E_DATA ?? join(tmpdir(), `huimin-e2e-${process.ppid}`), `signed-in-${phone}.json`);
  if (!existsSync(file) && takeTurn(`${file}.turn`)) {
    await signInByPhone(page, phone);
    writeFileSync(`${file}.new`, JSON.stringify(await page.context().cookies()));
    renameSync(`${file}.new`, file);
  }
  for (let i = 0; i < 100 && !existsSync(file); i += 1) await wait(200);
  await page.context().addCookies(JSON.parse(readFileSync(file, 'utf8')));
}

function takeTurn(folder: string): boolean {
  try {
    mkdirSync(dirname(folder), { recursive: true });
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Login, password and the one-time code of this moment of a sample account. */
async function accountOf(page: Page, login: string): Promise<Account> {
  const accounts = await callApi<Account[]>(page, 'query', 'access.demoAccounts');
  const account = accounts.find((each) => each.login === login);
  if (!account) throw new Error(`the demo has no account ${login}`);
  return account;
}

/** Signs staff or an official in; the page stays where it is. */
export async function signInAs(page: Page, login: string): Promise<void> {
  const { password, totp } = await accountOf(page, login);
  await exchange(page, 'password', { login, password, totp });
}

/** Through the form that the demo has filled in; most journeys begin after it. */
export async function signInOnPage(page: Page, login: string, home: '/staff' | '/office'): Promise<void> {
  await page.goto(`/sign-in?as=${login}&next=${home}`);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page).toHaveURL((url) => url.pathname === home);
}
