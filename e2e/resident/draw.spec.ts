import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { checkPublicFile } from '#server/draws/check-public-file.ts';
import { expectSound } from '../support/sound.ts';
import { becomeResident } from './steps.ts';

test.describe('a draw in the open', () => {
  test('a resident enters a request, takes it back, and enters again', async ({ page }) => {
    const person = await becomeResident(page, '/draws');
    await expectSound(page);
    await page
      .getByRole('link', { name: /登记中/ })
      .first()
      .click();
    await expect(page.getByText('登记开始之前，系统随机生成一串种子')).toBeVisible();
    await expect(page.getByText('抽签后公布', { exact: true })).toBeVisible();
    await expectSound(page);

    await page.getByRole('radio', { name: new RegExp(person.name) }).check();
    await page.getByRole('button', { name: '登记抽签' }).click();
    const mine = page
      .getByRole('region', { name: '我的登记' })
      .or(page.locator('section', { hasText: '我的登记' }).first());
    await expect(mine.getByText('等待抽签')).toBeVisible();
    const receipt = (await mine.locator('.digits').first().textContent()) ?? '';
    expect(receipt).toMatch(/^[0-9A-F]{8}$/);
    await expect(page.getByText('家里每位就诊人都已登记。')).toBeVisible();
    await expectSound(page);

    await page.getByRole('button', { name: '撤回登记' }).click();
    await expect(mine.getByText('已撤回', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: '登记抽签' }).click();
    await expect(mine.getByText('等待抽签')).toBeVisible();
    await expect(mine.locator('.digits').first()).toHaveText(receipt);
    await page.goto('/messages');
    await expect(page.getByRole('link', { name: new RegExp(`抽签已登记.*${receipt}`) }).first()).toBeVisible();
    await expectSound(page);
  });

  test('anyone without signing in checks a finished draw from its file', async ({ page }) => {
    await page.goto('/draws');
    await page
      .getByRole('link', { name: /已抽签/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: '各渠道的登记和中签' })).toBeVisible();
    await expectSound(page);
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载全部登记和结果（JSON）' }).click();
    const file = JSON.parse(await readFile(await (await waiting).path(), 'utf8'));
    expect(checkPublicFile(file).filter(({ fault }) => fault !== null)).toEqual([]);
    await expect(page.getByText(file.seed, { exact: true })).toBeVisible();
    await expect(page.getByText(file.commitment, { exact: true }).first()).toBeVisible();
    await expect(page.getByText(file.digest, { exact: true })).toBeVisible();
    const won = file.entries.filter((entry: { result: string }) => entry.result === 'won');
    expect(won).toHaveLength(file.tickets.length);
  });

  test('says in English what it is, too', async ({ page }) => {
    await page.goto('/draws');
    await page.getByRole('button', { name: 'English' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Numbers by draw' })).toBeVisible();
    await page
      .getByRole('link', { name: /Taking requests/ })
      .first()
      .click();
    await expect(page.getByText('Before the first request a random seed is made')).toBeVisible();
    await expectSound(page);
  });
});
