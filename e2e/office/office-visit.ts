import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

type Account = { login: string | null; password: string; totp: string };

/** Signs an official in through the page, with the one-time code that the demo shows. */
export async function signInOfficial(page: Page, level: 'province' | 'city' | 'county' | 'village'): Promise<void> {
  const login = `official.${level}`;
  await page.goto(`/sign-in?as=${login}&next=/office`);
  const answer = await page.request.get('/api/trpc/access.demoAccounts');
  const accounts = (await answer.json()).result.data as Account[];
  const account = accounts.find((each) => each.login === login);
  expect(account, `sample account ${login}`).toBeTruthy();
  await page.locator('[name=login]').fill(login);
  await page.locator('[name=password]').fill(account?.password ?? '');
  await page.locator('[name=totp]').fill(account?.totp ?? '');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page).toHaveURL((url) => url.pathname === '/office');
}

/** Signs a sample resident in by phone and the code on the screen. */
export async function signInResident(page: Page, phone: string): Promise<void> {
  await page.goto(`/sign-in?as=${phone}&next=/appointments`);
  await page.locator('button[name=step][value=send]').click();
  const code = await page.locator('[data-demo-code]').getAttribute('data-demo-code');
  await page.locator('[name=code]').fill(code ?? '');
  await page.locator('button[name=step][value=check]').click();
  await expect(page).toHaveURL((url) => url.pathname === '/appointments');
}

/** A call as the page's own script would make it, with the visitor's cookie. */
export async function callApi<T>(page: Page, kind: 'query' | 'mutation', path: string, input: unknown): Promise<T> {
  const { origin } = new URL(page.url());
  const url = `/api/trpc/${path}`;
  const answer =
    kind === 'query'
      ? await page.request.get(`${url}?input=${encodeURIComponent(JSON.stringify(input))}`)
      : await page.request.post(url, { data: input as object, headers: { origin } });
  const body = await answer.json();
  expect(answer.ok(), `${path}: ${JSON.stringify(body).slice(0, 300)}`).toBe(true);
  return body.result.data as T;
}

/** No violation of WCAG 2.2 AA on the page as it stands, and nothing wider than the screen. */
export async function expectGoodPage(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' | ')}`)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
}
