import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { test } from '../support/stage.ts';
import { hospitalSystem, readNow } from './sandbox.ts';

const hospital = 'H0001';
const mark = () => randomUUID().slice(0, 8);

/** A result as the hospital's laboratory writes it; the change is what is wrong with it. */
async function resultOf(id: string, change: object = {}) {
  const patient = await hospitalSystem(hospital).somePatient();
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '1558-6' }], text: '空腹血糖' },
    subject: { reference: `Patient/${patient.id}` },
    effectiveDateTime: '2026-11-02T08:00:00+08:00',
    valueQuantity: { value: 5.6, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
    note: [{ text: '患者王小明自述' }],
    ...change,
  };
}

test('a manager sees what waits and why, has it read again, and it goes once the hospital has mended it', async ({
  page,
  stage,
}) => {
  const his = hospitalSystem(hospital);
  const id = `wait-${mark()}`;
  await his.control({ write: [await resultOf(id, { status: 'done' })] });
  await readNow(stage, hospital);
  await signInAs(page, 'manager.h0001');
  await page.goto('/staff/intake');
  await expectSound(page);
  const row = page.getByRole('row').filter({ hasText: 'Observation.status' });
  await row.first().getByRole('link', { name: '查看' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('用了规定以外的代码');
  const own = page.getByRole('row').filter({ hasText: id });
  await own.getByText('查看').click();
  await expect(own).toContainText('"done"');
  await expect(own).not.toContainText('王小明');
  await expectSound(page);
  await own.getByRole('button', { name: '重读' }).click();
  await expect(own.getByRole('status')).toContainText('1 条仍在等待');
  await his.control({ write: [await resultOf(id)] });
  await readNow(stage, hospital);
  await page.reload();
  await expect(page.getByText(id, { exact: true })).toHaveCount(0);
});

test('a manager matches a code of the hospital’s own, and it counts as what it means', async ({ page, stage }) => {
  const code = `JY-${mark()}`;
  const own = { coding: [{ system: 'urn:e2e:lab', code, display: '空腹血糖' }], text: '空腹血糖' };
  await hospitalSystem(hospital).control({ write: [await resultOf(`own-${mark()}`, { code: own })] });
  await readNow(stage, hospital);
  await signInAs(page, 'manager.h0001');
  await page.goto('/staff/intake');
  const row = page.getByRole('row').filter({ hasText: code });
  await row.locator('summary').click();
  await row.getByLabel('代码', { exact: true }).fill('1558-6');
  await expectSound(page);
  await row.getByRole('button', { name: '保存对照' }).click();
  await expect(
    page.getByRole('row').filter({ hasText: code, has: page.getByRole('button', { name: '取消对照' }) }),
  ).toContainText('1558-6');
});

test('an official sees all hospitals together, and what waits at one without anybody’s number', async ({
  page,
  stage,
}) => {
  const id = `seen-${mark()}`;
  await hospitalSystem(hospital).control({ write: [await resultOf(id, { effectiveDateTime: '2026-02-30' })] });
  await readNow(stage, hospital);
  await signInAs(page, 'official.province');
  await page.goto('/office/records');
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expectSound(page);
  await page.goto(`/office/hospitals/${hospital}/records`);
  const row = page.getByRole('row').filter({ hasText: 'Observation.effectiveDateTime' });
  await row.first().getByRole('link', { name: '查看' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('写法不对');
  await expect(page.getByRole('main')).toContainText('编号只对医院显示');
  await expect(page.getByRole('main')).not.toContainText(id);
  await expectSound(page);
});
