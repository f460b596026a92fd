import { expect, type Page } from '@playwright/test';
import { facilityId } from '#server/start/demo-house.ts';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { inTurn, test } from '../support/stage.ts';
import { addExtra, addSession, dayAfter, inventPatient } from './steps.ts';

test.describe.configure({ timeout: 150_000 });

/** An evening clinic a week from now on; answers its department. */
async function publishEvening(page: Page, date: string, fee: string): Promise<string> {
  let department = '';
  await test.step('given a new template of an evening clinic', async () => {
    await page.goto('/staff/templates/new');
    await expectSound(page);
    const select = page.getByLabel('科室');
    department = await select.inputValue();
    await page.getByLabel('星期').selectOption(String(new Date(date).getUTCDay() || 7));
    await page.getByLabel('半天').selectOption('evening');
    await expect(page.getByLabel('开始时间')).toHaveValue('18:00');
    await page.getByLabel('挂号费（元）').fill(fee);
    await page.getByLabel('每班号数').fill('10');
    await page.getByLabel('其中留给窗口').fill('8');
    await page.getByRole('button', { name: '保存模板' }).click();
    await expect(page.getByText('至少一半要公开预约')).toBeVisible();
    await page.getByLabel('其中留给窗口').fill('2');
    await page.getByRole('button', { name: '保存模板' }).click();
    await expect(page).toHaveURL(/\/staff\/templates$/);
  });

  await test.step('when it is published after a look at what would be made', async () => {
    await expectSound(page);
    await expect(page.getByText(/将新建 \d+ 班/)).toBeVisible();
    await page.locator('summary').click();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await expect(page.getByText(/已发布 \d+ 班/)).toBeVisible();
    await expect(page.getByText('没有需要发布的内容')).toBeVisible();
    await expect(page.getByRole('button', { name: '发布', exact: true })).toBeDisabled();
  });
  return department;
}

test.describe('for whoever lays out the sessions', () => {
  test('a weekly template is previewed, published, and seen by residents', async ({ page, stage }, info) => {
    const [date, fee] = info.project.name === 'phone' ? [dayAfter(5), '9.5'] : [dayAfter(4), '8.5'];
    await signInAs(page, 'manager.h0053');
    // one publication lays out all templates: two at once would take each other's
    const department = await inTurn(stage, 'publication', () => publishEvening(page, date, fee));
    await test.step('then residents see the session with its fee', async () => {
      const code = department.split(':')[1]?.replaceAll('.', '-');
      await page.goto(`/hospitals/${facilityId}/${code}?day=${date}`);
      await expect(page.getByText(`${fee}0 元`).first()).toBeVisible();
    });
  });

  test('a clinic is stopped with its consequences in sight, and everyone who was booked is accounted for', async ({
    page,
  }) => {
    const patient = inventPatient();
    await signInAs(page, 'scheduler.h0053');
    const hour = test.info().project.name === 'phone' ? '05' : '06';

    await test.step('given a session with one patient and a free number less', async () => {
      await addSession(page, { date: dayAfter(2), startsAt: `${hour}:00`, endsAt: `${hour}:40`, fee: '7' });
      await expectSound(page);
      await page.getByLabel('号数', { exact: true }).fill('4');
      await page.getByLabel('原因', { exact: true }).first().fill('诊室检修');
      await page.getByRole('button', { name: '保存调整' }).click();
      await expect(page.getByText('已保存。')).toBeVisible();
      await expect(page.getByText('对得上', { exact: true })).toBeVisible();
      await addExtra(page, patient);
      await expect(page.getByText('已加 1 个，每班上限 3 个')).toBeVisible();
    });

    await test.step('when it is stopped', async () => {
      await page.getByRole('button', { name: '停诊…' }).click();
      const dialog = page.getByRole('dialog', { name: '确认停诊？' });
      await expect(dialog.getByText('1 位居民持号')).toBeVisible();
      await expect(dialog.getByText('4 个空号将停用')).toBeVisible();
      await expectSound(page);
      await dialog.getByLabel('原因').fill('医生突发疾病');
      await dialog.getByRole('button', { name: '确认停诊' }).click();
    });

    await test.step('then the report says where the patient stands, the ledger holds, and nothing more can be done to it', async () => {
      await expect(page.getByText('已停诊：影响 1 人')).toBeVisible();
      await expect(page.getByRole('heading', { name: '停诊安置情况' })).toBeVisible();
      await expect(page.getByRole('row', { name: patient.name })).toBeVisible();
      await expect(page.getByText('对得上', { exact: true })).toBeVisible();
      await expect(page.getByRole('button', { name: '保存调整' })).toBeDisabled();
      await expect(page.getByText('这一班已停诊').first()).toBeVisible();
      await expectSound(page);
    });
  });

  test('the calendar leads to a session, and rules say their bounds and who changed what', async ({ page }) => {
    await signInAs(page, 'manager.h0053');
    await page.goto('/staff/calendar');
    await expectSound(page);
    const before = await page.getByText(/\d+月\d+日 周一 至/).textContent();
    await page.getByRole('link', { name: '下一周' }).click();
    await expect(page.getByText(/\d+月\d+日 周一 至/)).not.toHaveText(before ?? '');

    await page.goto('/staff/rules');
    await expectSound(page);
    await page.getByLabel('从哪天的就诊起').fill(dayAfter(test.info().project.name === 'phone' ? 40 : 50));
    const extras = page.getByLabel('每班加号上限');
    await extras.evaluate((box: HTMLInputElement) => box.removeAttribute('max'));
    await extras.fill('11');
    await page.getByLabel('修改原因').fill('门诊量增加');
    await page.getByRole('button', { name: '保存规则' }).click();
    await expect(page.getByText('数值超出省定范围（0 至 10）')).toBeVisible();
    await extras.fill(test.info().project.name === 'phone' ? '4' : '5');
    await page.getByRole('button', { name: '保存规则' }).click();
    await expect(page.getByText(/规则已保存/)).toBeVisible();
    const log = page.getByRole('table', { name: '修改记录' });
    await expect(log.getByText(/每班加号上限：\d+ → \d+/).first()).toBeVisible();
    await expect(log.getByText('门诊量增加').first()).toBeVisible();
  });
});
