import { expect } from '@playwright/test';
import { systemContext } from '#server/kernel/context.ts';
import { checkLedgers } from '#server/ledger/check-ledgers.ts';
import { facilityId } from '#server/start/demo-house.ts';
import { dayAfter } from '../staff/steps.ts';
import { openClinic } from '../support/clinics.ts';
import { expectSound } from '../support/sound.ts';
import { test } from '../support/stage.ts';
import { openOffice } from './office-visit.ts';

test('an official reads the ledgers of a hospital, down to one session', async ({ page }) => {
  await openOffice(page, 'county');
  await page.getByRole('navigation', { name: '管理端导航' }).getByRole('link', { name: '号源账目' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '号源账目' })).toBeVisible();
  await expect(page.getByText(/每五分钟核对一遍/)).toBeVisible();
  await expectSound(page);
  await page.goto('/office/ledger/H0053');
  await expect(page.getByRole('heading', { level: 1, name: '金堂县人民医院：号源账目' })).toBeVisible();
  await expectSound(page);
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/office\/ledger\/H0053\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('term').filter({ hasText: '合计 / 放号数' })).toBeVisible();
  await page.getByText('最近的变动').click();
  await expectSound(page);
});

test('a session that does not add up is off sale until an official releases it with a reason', async ({
  page,
  stage,
}) => {
  const sessionId = await openClinic(stage, { date: dayAfter(6), startsAt: '15:00', endsAt: '16:00' });
  await stage.db.pool.query(
    `update tickets set status = 'booked', taken_by = 'platform' where facility_id = $1 and session_id = $2 and number = 1`,
    [facilityId, sessionId],
  );
  await checkLedgers(systemContext(stage, 'ledger-check')); // as every five minutes

  await openOffice(page, 'county');
  await expect(page.getByText(/有 \d+ 个班次的号源账目对不上/)).toBeVisible();
  await page.getByRole('link', { name: '查看并处理' }).click();
  const own = `/office/ledger/${facilityId}/${sessionId}`;
  await page.getByRole('main').locator(`a[href="${own}"]`).click();
  await expect(page.getByRole('heading', { name: '核对后恢复发售' })).toBeVisible();
  await expect(page.getByText(/号是“已约”，却没有人占着/)).toBeVisible();
  await expect(page.getByText('暂停发售', { exact: true })).toBeVisible();
  await expectSound(page);
  await page.getByLabel('理由').fill('已与医院挂号处核对，该号无人持有');
  await page.getByRole('button', { name: '整理并恢复发售' }).click();
  await expect(page.getByText('对得上', { exact: true })).toBeVisible();
  await expect(page.getByText('已与医院挂号处核对，该号无人持有')).toBeVisible();
  await expect(page.getByText('暂停发售', { exact: true })).toHaveCount(0);
  await expectSound(page);
});
