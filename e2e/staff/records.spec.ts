import type { Browser, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { regionDay } from '#server/kernel/clock.ts';
import { becomeResident } from '../resident/steps.ts';
import { writeChart } from '../support/chart.ts';
import { bookFor, openToday } from '../support/clinics.ts';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { passMidnight, test } from '../support/stage.ts';

type Person = { name: string; idNumber: string };

async function openAs(browser: Browser, login: string, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, login);
  await page.goto(path);
  return page;
}

/** With the card on the desk: name and number. */
async function findByCard(page: Page, { name, idNumber }: Person): Promise<void> {
  await page.goto('/staff/records');
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('身份证号码').fill(idNumber);
  await page.getByRole('button', { name: '打开档案' }).click();
  await expect(page).toHaveURL(/\/staff\/records\/[0-9a-f-]{36}$/);
}

test('a doctor breaks the glass; the resident and the privacy officer see it within five seconds, and the resident asks why', async ({
  page,
  browser,
  stage,
}) => {
  const person = await becomeResident(page, '/records/access');
  await writeChart(stage, person.residentId);
  await expect(page.getByText('还没有别人查看过')).toBeVisible();
  const officer = await openAs(browser, 'privacy_officer.h0053', '/staff/cases');
  const doctor = await openAs(browser, 'doctor.h0053', '/staff/records');
  await findByCard(doctor, person);
  await expect(doctor.getByText('没有当前的诊疗关系')).toBeVisible();
  await expect(doctor.getByRole('main')).not.toContainText('青霉素');
  await doctor.getByLabel('有生命危险').check();
  await doctor.getByLabel('具体原因').fill(`车祸送来，无法应答，核对过敏史 ${person.residentId.slice(0, 6)}`);
  await doctor.getByRole('button', { name: '紧急调阅' }).click();
  await Promise.all([
    expect(page.getByText('紧急调阅', { exact: true }).first()).toBeVisible({ timeout: 5000 }),
    expect(officer.getByText(person.residentId.slice(0, 6))).toBeVisible({ timeout: 5000 }),
    expect(doctor.getByText('青霉素').first()).toBeVisible(),
  ]);
  await expect(doctor.getByRole('main')).not.toContainText('焦虑');
  await expectSound(doctor);
  await expectSound(page);
  await expectSound(officer);

  const look = page.locator('li[data-glass]').filter({ hasText: '金堂县人民医院' }).first();
  await look.getByText('问为什么').click();
  await look.getByLabel('您想知道什么').fill(`那天我没有去医院 ${person.residentId.slice(0, 6)}`);
  await look.getByRole('button', { name: '提出问题' }).click();
  await expect(look.getByText('已提问，等待医院答复')).toBeVisible();

  const asked = officer
    .locator('form')
    .filter({ has: officer.getByRole('button', { name: '答复' }) })
    .and(officer.locator(`xpath=//form[../*[contains(., '那天我没有去医院 ${person.residentId.slice(0, 6)}')]]`));
  await asked.getByLabel('查看有正当理由').check();
  await asked.getByLabel('答复（居民可见）').fill('急诊记录显示当日由救护车送到，查看过敏史是抢救需要。');
  await asked.getByRole('button', { name: '答复' }).click();
  await page.goto('/records/cases');
  await expect(page.getByText('查看过敏史是抢救需要').first()).toBeVisible();
  await page.goto('/messages');
  await expect(page.getByText('有医生紧急调阅了您的健康档案')).toBeVisible();
  await expect(page.getByText('您的问题有了答复')).toBeVisible();
});

test('today’s patient is read by relationship, what is known before it is tested again; closing it holds at the next look', async ({
  page,
  browser,
  stage,
}) => {
  await passMidnight(stage);
  const person = await becomeResident(page);
  await writeChart(stage, person.residentId);
  await bookFor(stage, await openToday(stage, '00:00'), person);
  const doctor = await openAs(browser, 'doctor.h0053', `/staff?date=${regionDay(stage.clock.now())}`);
  await doctor.getByRole('link', { name: `${person.name} 的健康档案` }).click();
  await expect(doctor.getByText('今天在本院就诊')).toBeVisible();
  await expect(doctor.getByRole('heading', { name: person.name })).toBeVisible();
  await expect(doctor.getByRole('table', { name: '近 90 天的检查结果' })).toContainText('血红蛋白');
  await expectSound(doctor);
  const address = doctor.url();

  await page.goto('/records/privacy');
  await expectSound(page);
  await page.getByRole('button', { name: '关闭 给我看病的医生 · 一般健康记录' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await expect(page.getByText('您在').first()).toBeVisible();
  await doctor.goto(address);
  await expect(doctor.getByText('病人没有向本院开放其他医院写的内容')).toBeVisible();
  await expect(doctor.getByRole('main')).not.toContainText('血红蛋白');
  await expect(doctor.getByText('有未显示的过敏或在用药物')).toBeVisible();

  await page.goto('/records/access');
  const look = page.locator('ol > li').filter({ hasText: '您当天在该院就诊' }).first();
  await look.getByRole('button', { name: /不再让此人查看/ }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await expect(look.getByText('已不让此人查看')).toBeVisible();
  await doctor.goto(address);
  await expect(doctor.getByText('这份档案不对您开放')).toBeVisible();
});

test('a code opens the record to whoever is told it, until it is ended', async ({ page, browser, stage }) => {
  const person = await becomeResident(page, '/records/privacy');
  await writeChart(stage, person.residentId);
  await page.getByRole('button', { name: '生成共享码' }).click();
  const code = (await page.getByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/).textContent()) ?? '';
  const doctor = await openAs(browser, 'doctor.h0001', '/staff/records');
  await expectSound(doctor);
  await doctor.getByLabel('病人出示的共享码').fill(code.toLowerCase());
  await doctor.getByRole('button', { name: '凭码打开' }).click();
  await expect(doctor.getByText('查看依据：病人出示了共享码')).toBeVisible();
  await expect(doctor.getByText('青霉素').first()).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: /提前取消/ }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await expect(page.getByRole('button', { name: /提前取消/ })).toHaveCount(0);
  await doctor.reload();
  await expect(doctor.getByText('没有当前的诊疗关系')).toBeVisible();
});

test('a township doctor opens the summary of who lives around the centre and said yes; whoever moves away is refused, with the way forward', {
  tag: '@desktop',
}, async ({ page, browser, stage }) => {
  const person = await becomeResident(page, '/records/privacy');
  await writeChart(stage, person.residentId);
  const liveIn = (code: string) =>
    stage.db.pool.query('update residents set region_code = $2 where id = $1', [person.residentId, code]);
  await liveIn('510121109219');
  const doctor = await openAs(browser, 'doctor.t510121109', '/staff/records');
  const wayForward = doctor.getByText(/住在本机构辖区的居民，本人到窗口办理过事情后 365 天内/);
  await findByCard(doctor, person);
  await expect(wayForward).toBeVisible();
  await expectSound(doctor);

  await page.getByRole('button', { name: '打开 我家所在的基层卫生机构 · 一般健康记录' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await expect(page.getByRole('button', { name: '关闭 我家所在的基层卫生机构 · 一般健康记录' })).toBeVisible();
  await doctor.reload();
  await expect(doctor.getByText('查看依据：居住在本机构辖区')).toBeVisible();
  await expect(doctor.getByText('青霉素').first()).toBeVisible();
  for (const closed of ['血红蛋白', '焦虑']) await expect(doctor.getByRole('main')).not.toContainText(closed);
  await expectSound(doctor);

  await liveIn('510121001000');
  await doctor.reload();
  await expect(doctor.getByText('没有当前的诊疗关系')).toBeVisible();
  await expect(wayForward).toBeVisible();
  await expect(doctor.getByRole('main')).not.toContainText('青霉素');
});

test('a resident has an entry hidden and asks for a correction; the original stays', async ({ page, stage }) => {
  const person = await becomeResident(page);
  await writeChart(stage, person.residentId);
  await page.goto('/records/lists/allergies');
  await page.getByRole('link', { name: '查看详情 青霉素' }).click();
  await expectSound(page);
  await page.getByRole('button', { name: '不让别人看这一条' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await expect(page.getByText('这一条只有您本人和写下它的医院能看到')).toBeVisible();
  await page.getByText('内容有误，要求更正').click();
  await page.getByLabel('哪里不对，应该是什么').fill('我对青霉素不过敏，2019 年做过皮试，结果阴性。');
  await page.getByRole('button', { name: '提交更正请求' }).click();
  await expect(page.getByText('等待医院答复')).toBeVisible();
  await expect(page.getByText('收到后没有改动过')).toBeVisible();
  await expectSound(page);
});
