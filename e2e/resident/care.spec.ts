import { expect, type Locator, type Page, test } from '@playwright/test';
import { becomeResident, expectSound } from './steps.ts';

/** Counts what a finger does; typing is not a tap. */
function counted(page: Page) {
  let taps = 0;
  return {
    tap: async (target: Locator) => {
      taps += 1;
      await target.click();
    },
    get taps() {
      return taps;
    },
  };
}
const ask = async (page: Page, words: string) => {
  await page.goto('/care');
  await page.getByLabel('哪里不舒服').fill(words);
  await page.getByRole('button', { name: '看看该挂什么科' }).first().click();
};

test.describe('a resident who does not know where to go', () => {
  test('comes from a typed symptom to a confirmed booking in at most six taps', async ({ page }) => {
    await becomeResident(page, '/care');
    const finger = counted(page);
    await expectSound(page);
    await page.getByLabel('哪里不舒服').fill('上楼就心慌，胸口发闷，三天了');
    await finger.tap(page.getByRole('button', { name: '看看该挂什么科' }).first());
    await expect(page.getByTestId('advice')).toContainText('心血管内科');
    await expect(page.getByTestId('advice')).toContainText('心慌');
    await expectSound(page);
    await finger.tap(page.getByTestId('advice').getByRole('link', { name: /心血管内科/ }));
    await expect(page.getByRole('heading', { level: 1 })).toContainText('去哪家医院');
    await expectSound(page);
    await finger.tap(page.getByRole('link', { name: '约最早的号' }).last());
    await expect(page.getByRole('heading', { name: '选择就诊时间' })).toBeVisible();
    await finger.tap(page.getByRole('button', { name: '下一步：核对' }));
    await expect(page.getByLabel('把我的描述附给接诊医生')).not.toBeChecked();
    await expectSound(page);
    await page.getByLabel('把我的描述附给接诊医生').check();
    await finger.tap(page.getByRole('button', { name: '确认预约' }));
    await expect(page.getByTestId('booking-code')).toBeVisible();
    expect(finger.taps).toBeLessThanOrEqual(6);

    const attached = page.getByRole('heading', { name: '附给医生的描述', exact: true });
    await expect(attached).toBeVisible();
    await expect(page.getByText('上楼就心慌，胸口发闷，三天了')).toBeVisible();
    await expectSound(page);
    await page.getByRole('button', { name: '删除这些描述' }).click();
    await page.getByRole('button', { name: '确定删除' }).click();
    await expect(attached).toBeHidden();
  });

  test('with a red flag is sent to 120, and nothing on the page books', async ({ page }) => {
    await ask(page, '胸口像压了块石头，半个小时了，出冷汗');
    const main = page.getByRole('main');
    await expect(main.getByTestId('emergency')).toBeVisible();
    await expect(main.getByRole('link', { name: /拨打 120/ }).first()).toHaveAttribute('href', 'tel:120');
    await expect(main.getByRole('heading', { name: /开着的急诊/ })).toBeVisible();
    await expect(main.getByRole('link', { name: /预约|挂号|约号/ })).toHaveCount(0);
    await expect(main.getByRole('button', { name: /预约|挂号|约号/ })).toHaveCount(0);
    await expect(main.locator('a[href*="/book"], a[href*="/hospitals"], a[href*="/care/choose"]')).toHaveCount(0);
    await expectSound(page);
    expect(page.url()).not.toContain('胸');
  });

  test('in despair is given a voice, not a list of clinics', async ({ page }) => {
    await ask(page, '活着没意思，不想活了');
    await expect(page.getByTestId('crisis')).toBeVisible();
    await expect(page.getByRole('link', { name: /12356/ })).toHaveAttribute('href', 'tel:12356');
    await expectSound(page);
  });

  test('changes what counts, and the order and its reasons change', async ({ page }) => {
    await page.goto('/care/choose?code=03.04&region=510700000000');
    const rows = page.getByTestId('choices').locator('> li');
    const order = async () => (await rows.locator('h2').allTextContents()).join('|');
    const reasons = async () => (await rows.locator('[data-tone]').allTextContents()).join('|');
    await expect(rows.first()).toBeVisible();
    const before = { order: await order(), reasons: await reasons() };
    const set = async (legend: string, level: string) => {
      await page.getByRole('group', { name: legend }).getByRole('radio', { name: level, exact: true }).check();
    };
    await set('路近', '不考虑');
    await expect(page).toHaveURL(/travel=0/);
    await set('花得少', '不考虑');
    await expect(page).toHaveURL(/cost=0/);
    await set('水平高', '很看重');
    await expect(page).toHaveURL(/capability=100/);
    await expect.poll(order).not.toBe(before.order);
    await expect.poll(reasons).not.toBe(before.reasons);
    await expect(page.getByTestId('choices')).not.toContainText('离您最近');
    await page.getByRole('link', { name: '地图', exact: true }).click();
    await expect(page.getByRole('group', { name: /分布图/ })).toBeVisible();
    await expectSound(page);
  });

  test('points at the body with the keyboard alone', async ({ page }) => {
    await page.goto('/care');
    const area = page.getByRole('button', { name: /膝/ }).first();
    await area.focus();
    await page.keyboard.press('Enter');
    const complaint = page.getByRole('checkbox', { name: /痛/ }).first();
    await complaint.focus();
    await page.keyboard.press('Space');
    await expect(complaint).toBeChecked();
    await page.getByRole('button', { name: '看看该挂什么科' }).first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('advice')).toContainText('骨科');
    await expectSound(page);
  });

  test('asks in English', async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: 'huimin-lang', value: 'en', url: baseURL ?? '' }]);
    await page.goto('/care');
    await page.getByRole('textbox').last().fill('red itchy rash on both arms');
    await page.getByRole('button', { name: 'Find the department' }).first().click();
    await expect(page.getByTestId('advice')).toContainText('Dermatology');
    await expectSound(page);
  });

  test('sees which doors are open at this hour', async ({ page }) => {
    await page.goto('/care/open-now?kind=rabies');
    await expect(page.getByRole('heading', { name: '现在哪里开着' })).toBeVisible();
    await expect(page.getByText(/家开着，共/)).toBeVisible();
    await expectSound(page);
  });
});
