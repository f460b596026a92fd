import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { becomeResident } from '../resident/steps.ts';
import { signInAs } from '../support/sign-in.ts';
import { test } from '../support/stage.ts';
import { elsewhere, hostileChart, hostileTexts } from './hostile-texts.ts';
import { hospitalSystem, readNow } from './sandbox.ts';

/** Not where other journeys read the list of codes: it shows fifty, and every attack here is one. */
const hospital = 'H0008';
/** The hospital of the sample manager. */
const managed = 'H0001';
/** Elements that only a text read as HTML would put on a page of a record. */
const planted = [
  ...['iframe', 'object', 'embed', 'base', 'script', 'style', 'link', 'meta', 'svg image', 'form[action^="http"]'],
  ...['video', 'audio', 'marquee', 'math', 'a[href^="javascript:"]', 'a[href^="data:"]', 'img[src^="http"]'],
  ...['[onerror]', '[onload]', '[onfocus]', '[ontoggle]', '[onstart]', '[onbegin]', '[onmouseover]'],
].join(', ');

/** Everything asked of anybody but the site itself, and every dialog. */
function watch(page: Page, base = ''): string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:', 'about:'].includes(url.protocol) && url.origin !== new URL(base).origin) {
      seen.push(request.url());
    }
  });
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return seen;
}

const attacked = (page: Page) => page.evaluate(() => (window as { attacked?: number }).attacked ?? 0);
const countPlanted = (page: Page) => page.locator(planted).and(page.locator('main *')).count();

test('a record full of attacks is read as plain text: nothing runs, nothing loads from elsewhere', async ({
  baseURL,
  browser,
  page,
  stage,
}) => {
  test.slow();
  const seen = watch(page, baseURL);
  const { name, idNumber } = await becomeResident(page);
  const birthDate = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  const sex = Number(idNumber[16]) % 2 ? 'male' : 'female';
  const { taken, refused } = hostileChart(randomUUID().slice(0, 8), { name, idNumber, birthDate, sex });
  await hospitalSystem(hospital).control({ write: taken });
  await hospitalSystem(managed).control({ write: [refused] });
  for (const one of [hospital, managed]) await readNow(stage, one);
  await page.goto('/records');
  const visit = (await page.locator('ol a').first().getAttribute('href')) ?? '';
  const lists = ['problems', 'medicines', 'allergies', 'vaccinations', 'documents'];
  let read = 0;
  for (const path of ['/records', visit, '/records/results', ...lists.map((one) => `/records/lists/${one}`)]) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect(await attacked(page), path).toBe(0);
    expect(await countPlanted(page), path).toBe(0);
    read += await page.getByRole('main').getByText('attacked=1').count();
  }
  // it was there to be read, or nothing was tried
  expect(read).toBeGreaterThan(100);
  expect(seen).toEqual([]);

  const desk = await browser.newContext();
  const manager = await desk.newPage();
  const seenThere = watch(manager, baseURL);
  await signInAs(manager, 'manager.h0001');
  await manager.goto('/staff/intake');
  const row = manager.getByRole('row').filter({ hasText: '文字里夹带了可以运行的内容' }).first();
  await row.getByRole('link', { name: '查看' }).click();
  await expect(manager.getByText(refused.id, { exact: true })).toBeVisible();
  await manager.getByRole('row').filter({ hasText: refused.id }).getByText('查看').click();
  expect(await attacked(manager)).toBe(0);
  expect(await countPlanted(manager)).toBe(0);
  expect(seenThere).toEqual([]);
  await desk.close();
});

test('the same texts, were they read as HTML, would be noticed', async ({ baseURL, page }) => {
  const seen = watch(page, baseURL);
  await page.route(`${elsewhere}/**`, (route) => route.abort());
  const unsafe = hostileTexts.filter((one) => !one.includes('http-equiv') && !one.includes('<noscript'));
  await page.route('**/as-html', (route) => {
    const body = `<main>${unsafe.map((one) => `<div>${one}</div>`).join('')}</main>`;
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  await page.goto('/as-html');
  await expect.poll(() => attacked(page)).toBe(1);
  expect(await countPlanted(page)).toBeGreaterThan(10);
  expect(seen.filter((one) => one.startsWith(elsewhere)).length).toBeGreaterThan(3);
});
