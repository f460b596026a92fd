import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { becomeResident } from '../resident/steps.ts';
import { writeVisit } from '../support/chart.ts';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { test } from '../support/stage.ts';
import { openOffice } from './office-visit.ts';

async function openAs(browser: Browser, login: string, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, login);
  await page.goto(path);
  return page;
}

/** A rule that means one day only, from the form to the first hospital of the draw. */
async function drawDay(page: Page, title: string, day: string): Promise<void> {
  await page.getByRole('link', { name: '新建抽查' }).click();
  await page.getByLabel('名称').fill(title);
  await page.getByLabel('就诊日期从').fill(day);
  await page.getByLabel('到', { exact: true }).fill(day);
  await expectSound(page);
  await page.getByRole('button', { name: '建立并抽样' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.getByRole('link', { name: '金堂县人民医院' }).click({ timeout: 30_000 });
}

test('an official draws records, returns one, the hospital mends and answers, the official closes it', {
  tag: '@desktop',
}, async ({ page: official, browser, stage }) => {
  test.setTimeout(120_000);
  const resident = await (await browser.newContext()).newPage();
  const person = await becomeResident(resident, '/records/access');
  const number = `YL${randomUUID().slice(0, 8)}`;
  const day = new Date(Date.UTC(2019, 0, 1) + Math.floor(Math.random() * 1500) * 86_400_000);
  const visit = { residentId: person.residentId, name: person.name, number, at: day };
  await writeVisit(stage, visit);

  await openOffice(official, 'county', '/office/records/review');
  await drawDay(official, `抽查 ${number}`, day.toISOString().slice(0, 10));
  await official.getByRole('button', { name: '重抽核对' }).click();
  await expect(official.getByText(/一致：重抽的 \d+ 份都在样本里/)).toBeVisible();
  await official.getByRole('link', { name: '第 1 份' }).click();
  const confirm = official.getByRole('button', { name: '确认', exact: true });
  // it came years late as well: only what is missing goes back
  const finding = official.locator('main div', { has: official.locator('strong', { hasText: '没有诊断' }) });
  await expect(finding.first()).toBeVisible();
  await expect(official.getByRole('main')).not.toContainText(person.name);
  await expectSound(official);
  await finding.filter({ has: confirm }).last().getByRole('button', { name: '确认', exact: true }).click();
  await expect(official.getByText('待退回').first()).toBeVisible();
  const item = official.url();

  await official.getByRole('link', { name: `抽查 ${number}` }).click();
  await official.getByRole('button', { name: '退回 1 个问题' }).click();
  await expect(official.getByText('已退回 1 个问题')).toBeVisible();
  await expectSound(official);

  await writeVisit(stage, { ...visit, reason: '急性上呼吸道感染' });
  const manager = await openAs(browser, 'manager.h0053', '/staff/reviews');
  const own = manager.locator('main div').filter({ hasText: number }).last();
  await expect(own).toBeVisible();
  await expectSound(manager);
  await answer(manager, number, '已补录诊断并重新发送');

  await official.goto('/office/records/review/work');
  await expect(official.getByRole('link', { name: /金堂县人民医院 第 \d+ 份/ }).first()).toBeVisible();
  await expectSound(official);
  await expect(async () => {
    await official.goto(item);
    await expect(official.getByText('新版本里已看不到这个问题')).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await seeWho(official, person.name);
  await resident.reload();
  await expect(resident.getByText('质量检查抽到的一次就诊')).toBeVisible();

  await official.goto(item);
  await official.getByRole('button', { name: '同意办结' }).click();
  await expect(official.getByText('已办结').first()).toBeVisible();
  await manager.goto('/staff/reviews?shelf=done');
  await expect(manager.getByText(number).first()).toBeVisible();
});

/** The hospital's answer to the finding about its own number. */
async function answer(manager: Page, number: string, words: string): Promise<void> {
  const card = manager.locator(`xpath=//details[.//textarea][../*[contains(., '${number}')]]`);
  await card.locator('summary').click();
  await card.getByLabel('答复').fill(words);
  await card.getByRole('button', { name: '答复' }).click();
  await expect(card).toHaveCount(0);
}

/** Under a case with its reason; each look is the person's to see. */
async function seeWho(official: Page, name: string): Promise<void> {
  await official.getByText('打开实名查看', { exact: true }).first().click();
  await official.getByLabel('具体原因').fill('家属投诉病历与就诊经过不符');
  await official.getByRole('button', { name: '打开实名查看' }).click();
  await official.getByRole('link', { name: '查看是谁' }).click();
  await expect(official.getByText(name).first()).toBeVisible();
  await expectSound(official);
}
