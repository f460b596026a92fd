import { expect, type Page } from '@playwright/test';
import { facilityId } from '#server/start/demo-house.ts';
import { bookFor, giveBack, openClinic, openToday } from '../support/clinics.ts';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { passMidnight, test } from '../support/stage.ts';
import { dayAfter, inventPatient } from './steps.ts';

test.describe.configure({ timeout: 150_000 });

type Patient = ReturnType<typeof inventPatient>;

async function identify(page: Page, patient: Patient, how: string): Promise<void> {
  await page.goto('/staff/proxy');
  await page.getByLabel('姓名（与证件一致）').fill(patient.name);
  await page.getByLabel('身份证号码').fill(patient.idNumber);
  await page.getByLabel(how).check();
  await page.getByRole('button', { name: '核对身份，继续' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `为 ${patient.name} 预约` })).toBeVisible();
}

/** From the departments of a hospital to the last step, on the last day with a number left. */
async function chooseNumber(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link').filter({ hasText: '最早' }).first().click();
  const day = page.getByRole('navigation', { name: '可预约的日期' }).locator('a[data-open]').last();
  await day.click();
  await expect(day).toHaveAttribute('aria-current', 'date');
  await page.locator('main a[href*="session="]').first().click();
  await expect(page.getByRole('heading', { name: '第 4 步：选择时间段' })).toBeVisible();
}

test.describe('for people without a smartphone', () => {
  test('a village doctor registers an old neighbour, books at the county hospital, prints, and gives the number up', async ({
    page,
  }) => {
    const patient = inventPatient();
    await signInAs(page, 'doctor.v510121109219');
    let chosen = new URL('about:blank');

    await test.step('given the person, checked by identity card', async () => {
      await page.goto('/staff');
      await page.getByRole('navigation', { name: '工作台导航' }).getByRole('link', { name: '代约挂号' }).click();
      await expect(page.getByRole('heading', { level: 1, name: '代约挂号' })).toBeVisible();
      await expectSound(page);
      await identify(page, patient, '本人在场');
      await expect(page.getByText('已为其实名登记')).toBeVisible();
      await expectSound(page);
    });

    await test.step('when hospital, department, day and time are chosen', async () => {
      await page.getByRole('link', { name: /金堂县人民医院/ }).click();
      await expect(page.getByRole('heading', { name: '第 2 步：选择科室 · 金堂县人民医院' })).toBeVisible();
      await expectSound(page);
      await chooseNumber(page);
      await expect(page.getByText(/请念给本人听：.*前可以取消或改约/)).toBeVisible();
      await expectSound(page);
      chosen = new URL(page.url());
      await page.getByRole('button', { name: '确认预约，打印凭证' }).click();
    });

    await test.step('then the slip shows the code and who booked, and prints without the console', async () => {
      await expect(page).toHaveURL(/\/staff\/proxy\/slip\/[0-9a-f-]{36}/);
      await expect(page.getByTestId('booking-code')).toBeVisible();
      await expect(page.getByText('金河村卫生室 · 蔡明芳')).toBeVisible();
      await expectSound(page);
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByRole('navigation')).toBeHidden();
      await expect(page.getByRole('button', { name: '打印凭证' })).toBeHidden();
      await page.emulateMedia({ media: 'screen' });
    });

    await test.step('and the second number at the same department is refused with its rule', async () => {
      await identify(page, patient, '本人来电');
      await expect(page.getByText('已为其实名登记')).toBeHidden();
      await expect(page.getByRole('table', { name: '已有的预约' }).getByRole('row')).toHaveCount(2);
      const here = new URL(page.url());
      for (const name of ['facility', 'department', 'session'])
        here.searchParams.set(name, chosen.searchParams.get(name) ?? '');
      await page.goto(here.href);
      await page.getByRole('button', { name: '确认预约，打印凭证' }).click();
      await expect(page.getByText('同一就诊人同一天在同一科室（医生）只能预约一个号。')).toBeVisible();
      await expectSound(page);
    });

    await test.step('and the number is given up after a question', async () => {
      await page.getByRole('button', { name: /^取消 .* 的预约$/ }).click();
      await expectSound(page);
      await page.getByRole('button', { name: '确定取消' }).click();
      await expect(page.getByRole('table', { name: '已有的预约' })).toBeHidden();
      await page.goto('/staff/proxy');
      const row = page.getByRole('row', { name: `${patient.name.slice(0, 1)}*${patient.name.slice(2)}` }).first();
      await expect(row).toContainText('已取消');
    });
  });

  test('who walks in is booked at the desk for today, and checks in at the machine with the slip’s code', async ({
    page,
    browser,
    stage,
  }) => {
    const patient = inventPatient();
    await passMidnight(stage);
    await openToday(stage, '00:07');
    await signInAs(page, 'desk.h0053');
    let code = '';

    await test.step('given a number of a clinic of today', async () => {
      await identify(page, patient, '家属代办');
      await page.getByRole('link', { name: /金堂县人民医院/ }).click();
      await page.getByRole('link', { name: /呼吸内科/ }).click();
      await page.getByRole('navigation', { name: '可预约的日期' }).getByRole('link').first().click();
      const clinic = page
        .getByRole('listitem')
        .filter({ hasText: '00:07' })
        .filter({ hasText: /余 \d+ 个/ });
      await clinic.getByRole('link').first().click();
      await page.getByRole('button', { name: '确认预约，打印凭证' }).click();
      code = ((await page.getByTestId('booking-code').textContent()) ?? '').replace(/\s/g, '');
      expect(code).toMatch(/^[A-Z0-9]{8}$/);
    });

    await test.step('when the code is typed at the machine in the hall', async () => {
      await page.goto('/staff/queue/screens');
      const row = page.getByRole('row', { name: '门诊大厅签到机' });
      const kiosk = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
      await kiosk.goto((await row.getByRole('link', { name: '打开' }).getAttribute('href')) ?? '');
      await expectSound(kiosk);
      await kiosk.getByRole('textbox').fill(code);
      await kiosk.keyboard.press('Enter');
      await expect(kiosk.getByText(/签到成功|还没到自助签到时间/)).toBeVisible();
      await expectSound(kiosk);
      await kiosk.context().close();
    });
  });

  test('a village doctor waits for a neighbour at a full clinic, and takes the number that comes back', async ({
    page,
    stage,
  }, info) => {
    const startsAt = info.project.name === 'phone' ? '20:00' : '20:30';
    const endsAt = info.project.name === 'phone' ? '20:30' : '21:00';
    const sessionId = await openClinic(stage, { date: dayAfter(6), startsAt, endsAt, capacity: 1 });
    const holder = await bookFor(stage, sessionId, inventPatient());
    await signInAs(page, 'doctor.v510121109219');
    await identify(page, inventPatient(), '本人在场');
    const asked = new URL(page.url());

    await test.step('given a clinic without a number, whose list can be joined', async () => {
      const here = new URL(asked);
      here.searchParams.set('facility', facilityId);
      here.searchParams.set('session', sessionId);
      await page.goto(here.href);
      await expect(page.getByText('这个班次已约满，可以候补')).toBeVisible();
      await expect(page.getByText(/请念给本人听：有人退号/)).toBeVisible();
      await expectSound(page);
      await page.getByRole('button', { name: '为本人加入候补' }).click();
      await expect(page.getByRole('table', { name: '正在候补' })).toContainText('第 1 位');
      await expect(page.getByRole('button', { name: '为本人加入候补' })).toHaveCount(0);
      await expectSound(page);
    });

    await test.step('when the number comes back it is kept for the neighbour, and taken here with a slip', async () => {
      await giveBack(stage, holder);
      await page.goto(asked.href);
      await expect(page.getByRole('table', { name: '正在候补' })).toContainText('已保留');
      await expectSound(page);
      await page.getByRole('button', { name: /^要 .* 的这个号$/ }).click();
      await expect(page).toHaveURL(/\/staff\/proxy\/slip\/[0-9a-f-]{36}/);
      await expect(page.getByTestId('booking-code')).toBeVisible();
    });
  });
});
