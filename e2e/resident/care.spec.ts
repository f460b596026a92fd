import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectSound } from '../support/sound.ts';
import { becomeResident } from './steps.ts';

/** Tells what is wrong on the form of the guide, and asks. */
async function tell(page: Page, words: string): Promise<void> {
  await page.goto('/care');
  await page.getByLabel('哪里不舒服').fill(words);
  await page.getByRole('button', { name: '看看该挂什么科' }).first().click();
}

/** No danger sign holds: on to the advice. */
const noSigns = (page: Page): Locator => page.getByRole('button', { name: '都没有，看建议' });

const names = (page: Page) => page.getByTestId('choices').getByRole('heading', { level: 2 }).allTextContents();
const reasons = (page: Page) => page.getByTestId('choices').locator('li li').allTextContents();
const booking = (page: Page): Locator => page.getByRole('main').locator('a[href*="/book"], a[href^="/hospitals"]');

test.describe('somebody who does not know where to go', () => {
  test('comes from a symptom to a confirmed booking in six taps, and the doctor gets the words only if ticked', async ({
    page,
  }) => {
    const words = '最近胃胀，饭后反酸、烧心';
    let taps = 0;
    const tap = async (target: Locator) => {
      taps += 1;
      await target.click();
    };
    await becomeResident(page, '/care');
    await expectSound(page);
    await page.getByLabel('哪里不舒服').fill(words);
    await tap(page.getByRole('button', { name: '看看该挂什么科' }).first());
    await expect(page.getByTestId('signs').getByRole('heading', { level: 1 })).toBeFocused();
    await expectSound(page);
    await tap(noSigns(page));
    await expect(page.getByTestId('advice')).toContainText('消化内科');
    await expect(page.getByTestId('advice')).toContainText('不是诊断');
    await expectSound(page);
    await tap(page.getByTestId('advice').locator('a[href^="/care/choose"]').first());
    await expect(page.getByRole('heading', { level: 1 })).toContainText('消化内科');
    await expectSound(page);
    await tap(page.getByRole('link', { name: '约最早的号' }).first());
    await expect(page.getByRole('heading', { name: '选择就诊时间' })).toBeVisible();
    await tap(page.getByRole('button', { name: '下一步：核对' }));
    const box = page.getByRole('checkbox', { name: '把我的描述附给接诊医生' });
    await expect(box).not.toBeChecked();
    await expect(page.getByRole('main')).toContainText(words);
    await expectSound(page);
    await box.check(); // a choice besides, not a step of the way
    await tap(page.getByRole('button', { name: '确认预约' }));
    await expect(page).toHaveURL(/\/appointments\/\w+\/[0-9a-f-]{36}\?new=1$/);
    expect(taps).toBeLessThanOrEqual(6);

    await expect(page.getByRole('heading', { name: '附给医生的描述' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(words);
    await expectSound(page);
    await page.getByRole('button', { name: '删除这些描述' }).click();
    await page.getByRole('button', { name: '确定删除' }).click();
    await expect(page.getByRole('heading', { name: '附给医生的描述' })).toHaveCount(0);
    await page.goto('/care#advice');
    await expect(page.getByLabel('哪里不舒服')).toHaveValue('');
  });

  test('weighs differently: the order and its reasons change, and the address holds no word of the illness', async ({
    page,
  }) => {
    await tell(page, '最近胃胀，饭后反酸、烧心');
    await noSigns(page).click();
    await page.getByTestId('advice').locator('a[href^="/care/choose"]').first().click();
    await expect(page.getByTestId('choices')).toBeVisible();
    await page.getByLabel('市（州）').selectOption({ label: '成都市' });
    await page.getByRole('button', { name: '从这里出发' }).click();
    await expect(page).toHaveURL(/region=510100000000/);
    const before = { names: await names(page), reasons: await reasons(page) };
    expect(before.reasons.length).toBeGreaterThan(0);
    const weigh = async (what: string, level: string, mark: RegExp) => {
      await page.getByRole('group', { name: what }).locator('label', { hasText: level }).click();
      await expect(page).toHaveURL(mark);
    };
    await weigh('花得少', '很看重', /cost=100/);
    await weigh('水平高', '不考虑', /capability=0/);
    await weigh('路近', '不考虑', /travel=0/);
    await expect.poll(() => names(page)).not.toEqual(before.names);
    await expect.poll(() => reasons(page)).not.toEqual(before.reasons);
    expect(decodeURIComponent(page.url())).not.toMatch(/胃|反酸/);
    await expectSound(page);
    await page.getByRole('link', { name: '地图' }).click();
    await expect(page.getByRole('link', { name: /^第 1 家/ })).toBeVisible();
    await expectSound(page);
    await page.getByRole('link', { name: '回到建议' }).click();
    await expect(page.getByTestId('advice')).toContainText('消化内科');
  });

  test('points at the body with the keyboard alone', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('/care');
    await page.getByRole('radio', { name: '背面' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '腰', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: '腰常见的不适' })).toBeVisible();
    await expectSound(page);
    await page.getByRole('checkbox', { name: '腰痛并且腿麻' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '看看该挂什么科' }).last().focus();
    await page.keyboard.press('Enter');
    await noSigns(page).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('advice')).toContainText('骨科');
  });

  test('reads all of it in English and in large print', async ({ page }) => {
    await page.goto('/care');
    await page.getByRole('button', { name: 'English' }).first().click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.getByRole('button', { name: 'Large print' }).first().click();
    await expect(page.locator('html')).toHaveAttribute('data-elder', '');
    await expectSound(page);
    await page.getByLabel('What is wrong').fill('itchy rash on both arms for two weeks');
    await page.getByRole('button', { name: 'Find the department' }).first().click();
    await expectSound(page);
    await page.getByRole('button', { name: 'None of these: show the advice' }).click();
    await expect(page.getByTestId('advice')).toContainText(/dermatology/i);
    await expectSound(page);
    await page.getByTestId('advice').locator('a[href^="/care/choose"]').first().click();
    await expect(page.getByTestId('choices')).toBeVisible();
    await expectSound(page);
    await page.goto('/care/open-now');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is open now');
    await expectSound(page);
  });
});

test.describe('somebody in danger', () => {
  test('is sent to 120 by a red flag, and finds nothing to book there', async ({ page }) => {
    await tell(page, '突然胸口压榨样剧痛，出冷汗，左肩也痛');
    const result = page.getByTestId('emergency');
    await expect(result.getByRole('heading', { name: '请马上拨打 120' })).toBeFocused();
    await expect(result.getByRole('link', { name: '拨打 120' })).toHaveAttribute('href', 'tel:120');
    await expect(result.getByRole('link', { name: /拨打 0\d/ }).first()).toHaveAttribute('href', /^tel:0\d+$/);
    await expect(booking(page)).toHaveCount(0);
    await expect(result).not.toContainText(/预约|挂号/);
    await expectSound(page);
    await result.getByLabel('市（州）').selectOption({ label: '成都市' });
    await result.getByRole('button', { name: '从这里出发' }).click();
    await expect(result).toContainText('最近的开着的急诊');
    await expect(result).toContainText('公里');
    await expect(booking(page)).toHaveCount(0);
    await expectSound(page);
  });

  test('whose words no rule reads is asked for danger signs, and one tap leads to 120', { tag: '@phone' }, async ({
    page,
  }) => {
    await tell(page, '老伴刚才一下子就跟我说不到一块儿去了，筷子也掉了');
    await page.getByRole('button', { name: /突然嘴歪、一边手脚没力气/ }).click();
    const result = page.getByTestId('emergency');
    await expect(result.getByRole('heading', { name: '请马上拨打 120' })).toBeFocused();
    await expect(result).toContainText('可能是中风');
    await result.getByLabel('市（州）').selectOption({ label: '成都市' });
    await result.getByRole('button', { name: '从这里出发' }).click();
    await expect(result).toContainText('最近的开着的急诊');
    await expect(booking(page)).toHaveCount(0);
    await expectSound(page);
  });

  test('in a crisis is given a voice, not a list of clinics', { tag: '@phone' }, async ({ page }) => {
    await tell(page, '活着没意思，我不想活了');
    await expect(page.getByTestId('crisis').getByRole('link', { name: /12356/ })).toHaveAttribute('href', 'tel:12356');
    await expect(booking(page)).toHaveCount(0);
    await expectSound(page);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the guide answers, and the body map too', { tag: '@phone' }, async ({ page }) => {
    await page.goto('/care');
    await page.getByRole('button', { name: '皮肤' }).click();
    await page.getByLabel('皮疹、发痒').check();
    await page.getByRole('button', { name: '看看该挂什么科' }).first().click();
    await noSigns(page).click();
    await expect(page.getByTestId('advice')).toContainText('皮肤');
    expect(new URL(page.url()).search).toBe('');
    await page.getByTestId('advice').locator('a[href^="/care/choose"]').first().click();
    await expect(page.getByTestId('choices').getByRole('heading', { level: 2 }).first()).toBeVisible();
    await page.getByRole('group', { name: '路近' }).locator('label', { hasText: '很看重' }).click();
    await page.getByRole('button', { name: '按这样排列' }).click();
    await expect(page).toHaveURL(/travel=100/);
  });
});
