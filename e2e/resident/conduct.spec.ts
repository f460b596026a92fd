import { expect, type Page } from '@playwright/test';
import { findOther, missVisit } from '#server/start/demo-conduct.ts';
import { facilityId } from '#server/start/demo-house.ts';
import { openOffice } from '../office/office-visit.ts';
import { dayAfter } from '../staff/steps.ts';
import { openClinic } from '../support/clinics.ts';
import { openGallery } from '../support/gallery.ts';
import { signInSample } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { test } from '../support/stage.ts';
import { becomeResident, bookFirst, firstOpenSession, hospitalOf, openDepartment } from './steps.ts';

/** 陈晓燕, whose husband missed two visits and appealed against one. */
const holder = '13800000001';
const strikesOf = (page: Page) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: '林志强' }) });

/** Each size of screen misses a visit of a day of its own. */
const ownClinic = {
  phone: { daysAgo: 3, department: 0, startsAt: '08:30', endsAt: '11:30', halfDay: 'am' },
  desktop: { daysAgo: 4, department: 1, startsAt: '14:00', endsAt: '17:00', halfDay: 'pm' },
} as const;

async function switchLanguage(page: Page, to: 'en' | 'zh-CN'): Promise<void> {
  await page.goto('/me');
  await page.locator(`main button[name=language][value="${to}"]`).click();
  await expect(page.locator('html')).toHaveAttribute('lang', to);
}

test.describe('a resident and the rules', () => {
  test('reads what counts, on which evidence and until when, in both languages', async ({ page }) => {
    await signInSample(page, holder);
    await page.goto('/me/conduct');
    await expect(page.getByRole('heading', { name: '守约记录', level: 1 })).toBeVisible();
    const his = strikesOf(page);
    await expect(his.getByText('当天没有签到；同一班有 1 人签到就诊').first()).toBeVisible();
    await expect(his.getByText('那天早上在路上出了交通事故').first()).toBeVisible();
    await expect(page.getByText('90 天内爽约 3 次，暂停网上预约 90 天')).toBeVisible();
    await expectSound(page);
    await switchLanguage(page, 'en');
    await page.goto('/me/conduct');
    await expect(page.getByRole('heading', { name: 'Missed visits', level: 1 })).toBeVisible();
    await expect(page.getByText('3 missed visits within 90 days pause booking online')).toBeVisible();
    await switchLanguage(page, 'zh-CN');
  });

  test('appeals, an official of the area answers, and the resident reads the answer', async ({
    page,
    browser,
    stage,
  }, info) => {
    const person = await becomeResident(page);
    const people = { patient: person.residentId, other: await findOther(stage) };
    await missVisit(stage, people, ownClinic[info.project.name === 'phone' ? 'phone' : 'desktop']);
    await page.goto('/me/conduct');
    await expect(page.getByText('当天没有签到；同一班有 1 人签到就诊')).toBeVisible();
    const form = page.locator('details').filter({ hasText: '说明理由' });
    await form.locator('summary').click();
    const reason = `${'那天我到了医院，签到机坏了，导医可以作证。'.repeat(20)}${person.name}`;
    await form.getByLabel('说明理由').fill(reason);
    await page.context().setOffline(true);
    await form.getByRole('button', { name: '提交申诉' }).click();
    await expect(form.getByRole('alert')).toContainText('网络没有连上');
    await expect(form.getByLabel('说明理由')).toHaveValue(reason);
    await page.context().setOffline(false);
    await form.getByRole('button', { name: '提交申诉' }).click();
    await expect(page.getByText(reason)).toBeVisible();

    const office = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
    await openOffice(office, 'province', '/office/appeals');
    await expectSound(office);
    const grant = office.getByRole('button', { name: '支持，撤销爽约' });
    const panel = office.locator('div').filter({ hasText: reason }).filter({ has: grant }).last();
    const answer = `已向医院核实，当天签到机故障（${person.name}）。`;
    await panel.getByLabel('答复（申诉人可见）').fill(answer);
    await panel.getByRole('button', { name: '支持，撤销爽约' }).click();
    await expect(office.getByRole('table', { name: '已答复' }).getByText(answer)).toBeVisible();
    await office.context().close();

    await page.reload();
    await expect(page.getByText(answer)).toBeVisible();
    await expect(page.getByText('申诉成立').first()).toBeVisible();
  });

  test('sees the rules of a session before choosing, and is refused a second number of the same day in both languages', async ({
    page,
  }, info) => {
    await becomeResident(page);
    await openDepartment(page, hospitalOf(info, 9));
    const session = (await firstOpenSession(page).getAttribute('href')) ?? '';
    await page.goto(session);
    await expect(page.getByRole('heading', { name: '预约前请知道' })).toBeVisible();
    await expect(page.getByText(/停止预约/).first()).toBeVisible();
    await expectSound(page);
    await page.goBack();
    await bookFirst(page);
    const tryAgain = async (next: string, confirm: string) => {
      await page.goto(session);
      await page.getByRole('button', { name: next }).click();
      await page.getByRole('button', { name: confirm }).click();
    };
    await tryAgain('下一步：核对', '确认预约');
    await expect(page.getByText('同一就诊人同一天在同一科室（医生）只能预约一个号。')).toBeVisible();
    await expect(page.getByText('请选择其他日期，或改约已有的那个号。')).toBeVisible();
    await switchLanguage(page, 'en');
    await page.goto(session);
    await page.locator('form[action$="/confirm"] button[type=submit]').click();
    await expect(page).toHaveURL(/\/confirm\?/);
    await page.locator('main form button[type=submit]').last().click();
    await expect(page.getByText('One person can book only one number a day')).toBeVisible();
    await expect(page.getByText('Choose another day, or change the number you have.')).toBeVisible();
  });

  test('stays in sight, greyed and with the reason, where a department is for children only', async ({
    page,
    stage,
  }) => {
    await openClinic(stage, {
      ...{ date: dayAfter(4), startsAt: '17:00', endsAt: '17:30', departmentId: `${facilityId}:07` },
    });
    await becomeResident(page, `/hospitals/${facilityId}`);
    await page
      .locator(`a[href^="/hospitals/${facilityId}/"]`)
      .filter({ has: page.locator('strong', { hasText: /^儿科$/ }) })
      .filter({ hasText: '最早' })
      .click();
    await firstOpenSession(page).click();
    await expect(page.getByText('14 岁及以下').first()).toBeVisible();
    await expect(page.getByRole('radio', { name: /只接诊 14 岁及以下的患者/ })).toBeDisabled();
    await expectSound(page);
  });
});

test('the main refusals stand on one page in Chinese and English, each with its way forward', async ({ page }) => {
  await openGallery(page);
  for (const [locale, way] of [
    ['zh-CN', /请|可以/],
    ['en', /please|can|choose|ask/i],
  ] as const) {
    const all = page.locator(`#refusals-${locale} [lang] > div > div`);
    await expect(all).toHaveCount(17);
    for (const text of await all.allTextContents()) expect(text).toMatch(way);
  }
});
