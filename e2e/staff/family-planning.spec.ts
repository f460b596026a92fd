import { expect } from '@playwright/test';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { test } from '../support/stage.ts';
import { dayAfter, inventPatient } from './steps.ts';

const path = '/staff/family-planning';

test('a family-planning worker enters somebody who comes, and records a service that a clinician answers for', async ({
  page,
  stage,
}) => {
  const person = inventPatient();
  await test.step('given a worker of a township centre, who sees what is due and nothing else of the facility', async () => {
    await signInAs(page, 'family_planner.t510121109');
    await page.goto('/staff');
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await expect(page.getByRole('link', { name: '今日就诊' })).toHaveCount(0);
    await page.getByRole('link', { name: /已逾期/ }).click();
    await expect(page.getByRole('table')).toContainText('问方法使用情况');
    await expectSound(page);
  });

  await test.step('when the card and the word of somebody open the sheet', async () => {
    await page.getByLabel('姓名（与证件一致）').fill(person.name);
    await page.getByLabel('身份证号码').fill(person.idNumber);
    await page.getByLabel('本人在场').check();
    await page.getByRole('button', { name: '打开服务档案' }).click();
    await expect(page.getByRole('heading', { level: 1, name: person.name })).toBeVisible();
    await expect(page.getByText('没有服务记录')).toBeVisible();
    await expectSound(page);
  });

  await test.step('and a method that the table warns of is saved with the clinician who decided; nothing typed is lost', async () => {
    await page.getByRole('link', { name: '记录一次服务' }).click();
    await page.getByText('头痛、癫痫和情绪', { exact: true }).click();
    await page.getByLabel('偏头痛有先兆').check();
    await page.getByLabel('离开时采用的方法').selectOption('复方短效口服避孕药');
    await page.getByLabel('免费发放数量').fill('3');
    await page.getByLabel('批号').fill('2610A');
    await page.getByLabel('口头同意').check();
    await page.getByRole('button', { name: '保存服务记录' }).click();
    await expect(page.getByText('需要医生判断')).toBeVisible();
    await expect(page.getByLabel('批号')).toHaveValue('2610A');
    await page.getByRole('button', { name: '查看适用标准' }).click();
    const row = page.getByRole('row').filter({ hasText: '复方短效口服避孕药' });
    await expect(row).toContainText('4 类');
    await expectSound(page);
    await page.getByLabel('作出判断的医生').fill('游光明');
    await page.getByLabel('医生的理由').fill('头痛已三年没有发作');
    await page.getByRole('button', { name: '保存服务记录' }).click();
  });

  await test.step('then it stands on the sheet with what was judged, and the next visit has its day', async () => {
    const services = page.getByRole('table', { name: '避孕节育服务' });
    await expect(services).toContainText('发放 3（批号 2610A）');
    await expect(services).toContainText('医生判断：游光明');
    await expect(page.getByRole('heading', { level: 3, name: '问方法使用情况' })).toBeVisible();
    await page.goto(`${path}?shelf=people`);
    await expect(page.getByRole('table')).toContainText('三溪镇卫生院');
    const { rows } = await stage.db.pool.query<{ looks: number }>(
      `select count(*)::int as looks from access_events where resident_id = $1 and what = 'family-planning'`,
      [stage.sealing.residentId(person.idNumber)],
    );
    expect(rows[0]?.looks).toBe(1);
  });

  await test.step('and what a batch brought stands in the book, which adds up', async () => {
    const lot = person.idNumber.slice(-8);
    await page.goto(path);
    await page.getByRole('link', { name: '药具台账' }).click();
    await page.getByLabel('药具', { exact: true }).selectOption('避孕针');
    await page.getByLabel('批号').fill(lot);
    await page.getByLabel('有效期至').fill(dayAfter(400));
    await page.getByLabel('数量', { exact: true }).fill('12');
    await page.getByLabel('从哪里领入').fill('县药具管理站');
    await page.getByRole('button', { name: '记领入' }).click();
    await expect(page.getByText('这一批结存 12')).toBeVisible();
    await page
      .getByLabel('批次', { exact: true })
      .selectOption({ label: `避孕针 · 批号 ${lot} · ${dayAfter(400)} 到期 · 结存 12 支` });
    await page.getByLabel('发出数量').fill('13');
    await page.getByLabel('交给谁').fill('村药具员');
    await page.getByRole('button', { name: '记一笔' }).click();
    await expect(page.getByText('不够 13')).toBeVisible();
    await page.getByLabel('发出数量').fill('5');
    await page.getByRole('button', { name: '记一笔' }).click();
    await expect(page.getByText('这一批结存 7')).toBeVisible();
    await expect(page.getByRole('table', { name: '批次' }).getByRole('row').filter({ hasText: lot })).toContainText(
      '7 支',
    );
    await expectSound(page);
  });

  await test.step('and a doctor of the same centre sees none of it', async () => {
    await signInAs(page, 'doctor.t510121109');
    await page.goto(path);
    await expect(page.getByText('其他岗位包括医生和管理员都看不到')).toBeVisible();
  });
});
