import { expect, test } from '@playwright/test';
import { signInOnPage } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { openOffice } from './office-visit.ts';

test.describe('an official of the province', () => {
  test('goes down from the map to a village and up again', async ({ page }) => {
    test.slow(); // five levels, each looked over for barriers
    await signInOnPage(page, 'official.province', '/office');
    const main = page.getByRole('main');
    await expect(page.getByRole('heading', { level: 1, name: '四川省' })).toBeVisible();
    await expect(main.getByText('未来 7 天已用')).toBeVisible();
    await expect(main.getByText('审图号：待批准')).toBeVisible();
    await expectSound(page);

    const map = page.getByRole('group', { name: '四川省分区地图：预约量' });
    await expect(map.getByRole('link')).toHaveCount(21);
    await map.getByRole('link', { name: /^成都市/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: '成都市' })).toBeVisible();
    await expectSound(page);

    await main.getByRole('table').first().getByRole('link', { name: '金堂县' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '金堂县' })).toBeVisible();
    await expect(main.getByRole('link', { name: '金堂县人民医院' })).toBeVisible();
    await expectSound(page);

    await main.getByRole('link', { name: '三溪镇' }).click();
    await main.getByRole('link', { name: /^金河村/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^金河村/ })).toBeVisible();
    await expectSound(page);
    const trail = page.getByRole('navigation', { name: '所在区域' });
    await expect(trail.getByRole('listitem')).toHaveText(['四川省', '成都市', '金堂县', '三溪镇', /^金河村/]);
    await trail.getByRole('link', { name: '四川省' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '四川省' })).toBeVisible();
  });

  test('chooses what the map shows, and the list follows', async ({ page }) => {
    await openOffice(page, 'province');
    await page.getByRole('navigation', { name: '地图指标' }).getByRole('link', { name: '医院接入率' }).click();
    await expect(page.getByRole('group', { name: '四川省分区地图：医院接入率' })).toBeVisible();
    await expect(page.getByText('按医院接入率从高到低').first()).toBeVisible();
    const shares = await page.getByRole('main').getByRole('row').locator('td:last-child').allInnerTexts();
    const rates = shares.map((text) => /(\d+) \/ (\d+)/.exec(text)).map((m) => Number(m?.[1]) / Number(m?.[2]));
    expect(rates).toHaveLength(21);
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
  });

  test('reaches every area of the map with the keyboard', async ({ page }) => {
    await openOffice(page, 'province');
    const first = page
      .getByRole('group', { name: /分区地图/ })
      .getByRole('link')
      .first();
    const name = (await first.getAttribute('aria-label'))?.split('，')[0] ?? '';
    await first.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  });
});

test.describe('an official of a county', () => {
  test('starts in the own county and finds nothing outside it', async ({ page }) => {
    await openOffice(page, 'county');
    await expect(page.getByRole('heading', { level: 1, name: '金堂县' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: '所在区域' }).getByRole('listitem')).toHaveText(['金堂县']);
    for (const path of ['/office/region/510104000000', '/office/region/510100000000', '/office/hospitals/H0001']) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(404);
      await expect(page.getByRole('heading', { name: '没有找到这个页面' })).toBeVisible();
    }
    await page.goto('/office/hospitals/H0053');
    await expect(page.getByRole('heading', { level: 1, name: '金堂县人民医院' })).toBeVisible();
    await expectSound(page);
  });
});

test('nobody sees the office without signing in', async ({ page }) => {
  for (const path of ['/office', '/office/hospitals', '/office/bookings', '/office/region/510100000000']) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in\?next=%2Foffice/);
  }
});
