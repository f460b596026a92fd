import { expect } from '@playwright/test';
import { facilityId } from '#server/start/demo-house.ts';
import { giveExtra, openToday } from '../support/clinics.ts';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { passMidnight, test } from '../support/stage.ts';
import { inventPatient } from './steps.ts';

test.describe.configure({ timeout: 150_000 });

test.describe('for the desk that keeps the inside of the house', () => {
  test('a new counter is put on the map, seen as a patient sees it, printed, and taken off again', async ({ page }) => {
    const name = `咨询台${Math.floor(Math.random() * 1e6)}`;
    await test.step('given a new place beside the hall', async () => {
      await signInAs(page, 'desk.h0053');
      await page.goto('/staff/places');
      await expect(page.getByText('平台生成的初稿，还没有人实地核对')).toBeVisible();
      await expectSound(page);
      await page.getByRole('link', { name: '添加位置' }).click();
      await page.getByLabel('名称', { exact: true }).fill(name);
      await page.getByLabel('类别').selectOption('other');
      await expectSound(page);
      await page.getByRole('button', { name: '保存' }).click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    });
    await test.step('that nobody can reach until a way leads there', async () => {
      await page.goto('/staff/places');
      await expect(page.getByRole('main')).toContainText('从入口走不到');
      await page.getByRole('link', { name }).click();
      await page.getByText('添加路线', { exact: true }).click();
      await page.getByLabel('到', { exact: true }).selectOption('G1');
      await page.getByLabel('回来的时候怎么说', { exact: true }).fill('导医台右手边，蓝色柜台');
      await page.getByRole('button', { name: '保存' }).last().click();
      await expect(page.getByText(`${name} ↔ 门诊大厅导医台`)).toBeVisible();
      await expectSound(page);
    });
    const code = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await test.step('then a patient at the entrance is told the way in those words', async () => {
      await page.goto(`/w/${facilityId}/E1?to=${code}`);
      await expect(page.getByText('导医台右手边，蓝色柜台')).toBeVisible();
    });
    await test.step('and its code can be printed', async () => {
      await page.goto('/staff/places/codes?all=1');
      await expect(page.getByRole('img', { name: `${name} ${code}` })).toBeVisible();
      await expectSound(page);
    });
    await test.step('and once it is removed its code says so', async () => {
      await page.goto(`/staff/places/${code}`);
      await page.getByRole('button', { name: '移除这个位置' }).click();
      await expect(page.getByRole('dialog')).toContainText('1 条路线会一起移除');
      await page.getByRole('button', { name: '确定移除' }).click();
      await expect(page).toHaveURL((url) => url.pathname === '/staff/places');
      await page.goto(`/w/${facilityId}/${code}`);
      await expect(page.getByRole('heading', { name: '这个位置码已经停用' })).toBeVisible();
    });
  });

  test('what patients are to do before an ultrasound is written and taken back', async ({ page }, info) => {
    const code = info.project.name === 'desktop' ? 'ultrasound' : 'mri';
    const subject = code === 'mri' ? '磁共振' : '其他超声';
    await signInAs(page, 'desk.h0053');
    await page.goto('/staff/places/preparations');
    await expectSound(page);
    await page.getByLabel('检查项目').selectOption(code);
    await page.getByLabel('空腹小时数').fill('6');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已保存')).toBeVisible();
    await page.getByRole('button', { name: `移除：${subject}` }).click();
    await expect(page.getByRole('button', { name: `移除：${subject}` })).toHaveCount(0);
  });
});

test.describe('for the doctor’s patient', () => {
  test('a test that was ordered and ticked stands on the sheet of the day', async ({ page: doctor, stage }) => {
    const patient = inventPatient();
    await passMidnight(stage);
    await giveExtra(stage, await openToday(stage, '00:06'), patient);
    await signInAs(doctor, 'doctor.h0053');
    await doctor.goto('/staff');
    await doctor.getByRole('link', { name: `${patient.name} 的导诊单` }).click();
    await expect(doctor.getByRole('heading', { level: 1, name: '导诊单' })).toBeVisible();
    await expectSound(doctor);
    await doctor.getByLabel('检查项目').selectOption('blood-fasting');
    await doctor.getByRole('button', { name: '添加到导诊单' }).click();
    await expect(doctor.getByText('已添加，病人的手机上会自动更新')).toBeVisible();
    const row = doctor.getByRole('row', { name: /空腹抽血/ });
    await expect(row).toContainText('空腹 8 小时');
    await expect(row).toContainText('抽血处');
    await row.getByRole('button', { name: /^完成：/ }).click();
    await expect(row).toContainText('已完成');
    await expectSound(doctor);
  });
});
