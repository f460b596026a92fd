import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { becomeResident } from '../resident/steps.ts';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

/** Chooses a table as a person would. */
async function choose(page: Page, name: string, rows: string[][]): Promise<void> {
  await page.goto('/staff/intake/files');
  const buffer = Buffer.from(`\ufeff${rows.map((row) => row.join(',')).join('\r\n')}`);
  await page.getByLabel('表格文件（CSV 或 JSON）').setInputFiles({ name, mimeType: 'text/csv', buffer });
}
/** Sends it, and stays at what came of it. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '上传', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}
async function send(page: Page, name: string, rows: string[][]): Promise<void> {
  await choose(page, name, rows);
  await press(page, name);
}

test('a hospital without an interface checks a table, sends it, mends the one bad row, and the resident reads what came', async ({
  browser,
  page,
}) => {
  const home = await browser.newContext();
  const resident = await home.newPage();
  const { name, idNumber } = await becomeResident(resident);
  const birthDate = `${idNumber.slice(6, 10)}/${idNumber.slice(10, 12)}/${idNumber.slice(12, 14)}`;
  const mark = randomUUID().slice(0, 8);
  const [of, item] = [`P-${mark}`, `血钾${mark}`];
  const heading = ['结果编号', '患者编号', '项目名称', '结果', '单位', '检查时间', '更新时间'];
  const row = (id: string, title: string, value: string) => [
    ...[`${id}-${mark}`, of, title, value, 'mmol/L', '2026-11-02 08:30', '2026-11-02 10:00'],
  ];

  await signInAs(page, 'manager.h0053');
  await page.goto('/staff/intake');
  await page.getByRole('link', { name: '表格文件', exact: true }).click();
  await expectSound(page);
  const patient = [of, name, '女', birthDate, idNumber, '2026-11-02 08:00'];
  await send(page, `患者-${mark}.csv`, [['患者编号', '姓名', '性别', '出生日期', '身份证号', '更新时间'], patient]);
  await expect(page.getByText('这个文件全部收下了。')).toBeVisible();

  await choose(page, `结果-${mark}.csv`, [heading, row('a', '血钠', '139'), row('b', item, '4,10')]);
  await page.getByRole('button', { name: '只检查，不收下' }).click();
  await expect(page.getByRole('heading', { name: '检查单' })).toBeVisible();
  await expect(page.getByText('这只是检查', { exact: false })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: `b-${mark}` })).toContainText('没有标题的列里有内容');
  await expectSound(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: '已上传的文件' })).toBeVisible();
  await expect(page.getByRole('link', { name: `结果-${mark}.csv` })).toHaveCount(0);

  await send(page, `结果-${mark}.csv`, [heading, row('a', '血钠', '139'), row('b', item, '4,10')]);
  await expect(page.getByText('还有 1 行没有收下', { exact: false })).toBeVisible();
  const bad = page.getByRole('row').filter({ hasText: `b-${mark}` });
  await expect(bad).toContainText('3');
  await expect(bad).toContainText('没有标题的列里有内容');
  await expectSound(page);

  const address = page.url();
  await send(page, `结果-${mark}-改.csv`, [heading, row('b', item, '4.10')]);
  await expect(page.getByText('这个文件全部收下了。')).toBeVisible();
  await page.goto(address);
  await expect(page.getByText('原来有问题的行，后来都已收下。')).toBeVisible();

  const note = ['文书编号', '患者编号', '文书类型', '文书名称', '文书内容', '书写时间', '更新时间'];
  const words = [
    '门诊病历',
    `门诊病历${mark}`,
    `复查血钾，${mark}，继续原方案。`,
    '2026-11-02 10:00',
    '2026-11-02 10:00',
  ];
  await send(page, `文书-${mark}.csv`, [note, [`w-${mark}`, of, ...words]]);
  await expect(page.getByText('这个文件全部收下了。')).toBeVisible();

  await resident.goto('/records/results');
  await expect(resident.getByRole('main')).toContainText(item);
  await expect(resident.getByRole('main')).toContainText('4.10');
  await resident.goto('/records/lists/documents');
  await resident.getByRole('link', { name: `门诊病历${mark}` }).click();
  await expect(resident.getByText(`复查血钾，${mark}，继续原方案。`)).toBeVisible();
  await expectSound(resident);
  await home.close();
});

test('a template comes explained, sent back as it is holds no row, and is closed with a reason', async ({ page }) => {
  await signInAs(page, 'manager.h0053');
  await page.goto('/staff/intake/files/template');
  await expectSound(page);
  const answer = await page.request.get('/staff/intake/files/template/csv?table=results');
  expect(answer.headers()['content-disposition']).toContain('huimin-results.csv');
  const template = await answer.text();
  expect(template).toMatch(/^\ufeff结果编号,患者编号/);
  await page.goto('/staff/intake/files');
  const name = `模板-${randomUUID().slice(0, 8)}.csv`;
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(template) };
  await page.getByLabel('表格文件（CSV 或 JSON）').setInputFiles(file);
  await press(page, name);
  await expect(page.getByText('文件里没有一行数据')).toBeVisible();
  await page.getByText('不再处理这个文件').click();
  await page.getByLabel('原因').fill('只是试传模板');
  await expectSound(page);
  await page.getByRole('button', { name: '结束处理' }).click();
  await expect(page.getByText('原因：只是试传模板')).toBeVisible();
  await page.goto('/staff/intake/files');
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('已结束处理');
});
