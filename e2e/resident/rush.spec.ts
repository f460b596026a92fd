import { expect, type Page } from '@playwright/test';
import { expectSound } from '../support/sound.ts';
import { type Stage, test } from '../support/stage.ts';
import { becomeResident, firstOpenSession, hospitalOf, openDepartment } from './steps.ts';

/** People a second who may go on, and how many of them at the release (server/rush/rules.ts). */
const [rate, burst] = [60, 300];

/** Moves the release of a bookable session so near that the line is open, and lets a crowd wait for it. */
async function releaseSoon(stage: Stage, path: string, inSeconds: number, crowd: number): Promise<Date> {
  const [facilityId, sessionId] = path.split('/').slice(2);
  const releaseAt = new Date(Date.now() + inSeconds * 1000 + Math.floor(Math.random() * 1000));
  await stage.db.pool.query('update sessions set release_at = $3 where facility_id = $1 and id = $2', [
    ...[facilityId, sessionId, releaseAt],
  ]);
  await setCrowd(stage, releaseAt, crowd);
  return releaseAt;
}

const setCrowd = ({ db }: Stage, releaseAt: Date, crowd: number) =>
  db.pool.query(
    'insert into rush_lines (release_at, before) values ($1, $2) on conflict (release_at) do update set before = $2',
    [releaseAt, crowd],
  );

/** A session of the hospital that can be booked, as the path of its page. */
async function findSession(page: Page, hospital: string): Promise<string> {
  await becomeResident(page);
  await openDepartment(page, hospital);
  return new URL((await firstOpenSession(page).getAttribute('href')) ?? '', page.url()).pathname;
}

const valueBeside = (page: Page, label: string) => page.locator('dt', { hasText: label }).locator('+ dd');

test(
  'a resident waits in the line of a release, and the page goes on to booking',
  { tag: '@phone' },
  async ({ page, stage }, info) => {
    test.setTimeout(150_000);
    const path = await findSession(page, hospitalOf(info, 13));
    const crowd = 100_000;
    const releaseAt = await releaseSoon(stage, path, 20, crowd);

    await test.step('before the release one joins, and reloading changes nothing', async () => {
      await page.goto(path.replace('/book/', '/rush/'));
      await page.getByRole('button', { name: '进入排队' }).click();
      await expect(page.getByText('您已在排队，等待放号')).toBeVisible();
      await page.reload();
      await expect(page.getByText('您已在排队，等待放号')).toBeVisible();
      const { rows } = await stage.db.pool.query('select before, after from rush_lines where release_at = $1', [
        releaseAt,
      ]);
      expect(rows).toEqual([{ before: crowd + 1, after: 0 }]);
    });

    const place = await test.step('after it the page shows the place, and booking leads back to it', async () => {
      await expect(page.getByText('正在排队')).toBeVisible({ timeout: 90_000 });
      await expect(valueBeside(page, '前面还有')).toHaveText(/^[\d,]+ 人$/);
      await expect(valueBeside(page, '预计轮到')).toHaveText(/^约 \d+ 分钟（\d\d:\d\d–\d\d:\d\d）$|^不到 1 分钟$/);
      await expectSound(page);
      const shown = Number((await valueBeside(page, '您的位置').textContent())?.replace(/\D/g, ''));
      expect(shown).toBeGreaterThan(0);
      await page.goto(path);
      await expect(page).toHaveURL((url) => url.pathname.startsWith('/rush/'));
      await page.getByRole('button', { name: 'English' }).first().click();
      await expect(page.getByText('You are in the line', { exact: true })).toBeVisible();
      await expectSound(page);
      await page.getByRole('button', { name: '中文' }).first().click();
      await expect(page.getByText('正在排队')).toBeVisible();
      await page.goto('/appointments');
      await expect(page.getByText('没有待就诊的预约')).toBeVisible();
      await page.goto(path.replace('/book/', '/rush/'));
      await expect(page.getByText('正在排队')).toBeVisible();
      return shown;
    });

    await test.step('at the turn it goes on by itself, and the booking is made', async () => {
      // the own lot stays what it is: in a shorter line the turn comes seconds after now
      const since = (Date.now() - releaseAt.getTime()) / 1000;
      await setCrowd(stage, releaseAt, Math.ceil(((burst + rate * (since + 8)) * crowd) / place));
      await page.reload(); // else it asks again in a quarter of a minute, as it was told when the turn was far
      await expect(page).toHaveURL((url) => url.pathname === path, { timeout: 60_000 });
      await page.getByRole('button', { name: '下一步：核对' }).click();
      await page.getByRole('button', { name: '确认预约' }).click();
      await expect(page.getByText('预约成功', { exact: true })).toBeVisible();
    });

    await test.step('once all have had their turn there is no line', async () => {
      await setCrowd(stage, releaseAt, burst);
      await expect(async () => {
        await page.goto(path.replace('/book/', '/rush/'));
        expect(new URL(page.url()).pathname).toBe(path);
      }).toPass();
    });
  },
);

test('who comes before the line opens reads when it does', async ({ page, stage }, info) => {
  const path = await findSession(page, hospitalOf(info, 12));
  await releaseSoon(stage, path, 3600, 0);
  await page.goto(path);
  await expect(page.getByText(/起可以进入排队。放号前进入的人次序随机/)).toBeVisible();
  await expect(page.getByRole('link', { name: '去排队页面' })).toHaveCount(0);
  await expectSound(page);
  await page.goto(path.replace('/book/', '/rush/'));
  await expect(page.getByText('排队还没有开始')).toBeVisible();
  await expect(page.getByRole('button', { name: '进入排队' })).toHaveCount(0);
  await expectSound(page);
});

test('once it is open one is led to it and joins, also without script', async ({ browser, page, stage }, info) => {
  const path = await findSession(page, hospitalOf(info, 15));
  await releaseSoon(stage, path, 600, 500);
  await page.goto(path);
  await expect(page.getByText('现在可以进入排队')).toBeVisible();
  await expectSound(page);
  await page.getByRole('link', { name: '去排队页面' }).click();
  await expect(page.getByText('可以进入排队了')).toBeVisible();
  await expectSound(page);
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const other = await plain.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: '进入排队' }).click();
  await expect(other.getByText('您已在排队，等待放号')).toBeVisible();
  await plain.close();
  await page.reload();
  await page.getByRole('button', { name: '进入排队' }).click();
  await expect(page.getByText('您已在排队，等待放号')).toBeVisible();
  await expectSound(page);
});
