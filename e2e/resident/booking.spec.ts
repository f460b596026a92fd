import { expect, test } from '@playwright/test';
import { expectSound } from '../support/sound.ts';
import {
  becomeResident,
  bookFirst,
  firstOpenSession,
  giveRealName,
  hospitalOf,
  inventPerson,
  openDepartment,
  signIn,
} from './steps.ts';

test.describe('a resident books', () => {
  test('from the first search to a printed proof, and cancels', async ({ page }, info) => {
    const person = inventPerson();
    await page.goto('/');
    await expectSound(page);
    await page.getByLabel('医院、科室或医生').fill('人民医院');
    await page.getByRole('button', { name: '查找', exact: true }).click();
    await expect(page.getByText(/共找到 [\d,]+ 家机构/)).toBeVisible();
    await expectSound(page);

    await openDepartment(page, hospitalOf(info, 0));
    await expectSound(page);
    await firstOpenSession(page).click();
    await expect(page.getByText('预约需要实名')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: '登录' }).click();
    await signIn(page, person.phone);
    await page.getByRole('link', { name: '去登记' }).click();
    await giveRealName(page, person);

    await expect(page.getByRole('heading', { name: '选择就诊时间' })).toBeVisible();
    await expectSound(page);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await expect(page.getByText(/前可以取消或改约|已过取消期限/)).toBeVisible();
    await expectSound(page);
    await page.getByRole('button', { name: '确认预约' }).click();
    await expect(page.getByText('预约成功', { exact: true })).toBeVisible();
    await expect(page.getByTestId('booking-code')).toHaveText(/^[3-9A-Y]{4} [3-9A-Y]{4}$/);
    await expect(page.getByRole('img', { name: /预约码 .+ 的二维码/ })).toBeVisible();
    await expectSound(page);

    await page.emulateMedia({ media: 'print' });
    await expect(page.getByTestId('booking-code')).toBeVisible();
    await expect(page.getByText('请携带本人有效证件')).toBeVisible();
    await expect(page.getByRole('button', { name: '取消预约' })).toBeHidden();
    await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'screen' });

    await page.getByRole('button', { name: '取消预约' }).click();
    await expect(page.getByRole('dialog')).toContainText('取消后号源会退回');
    await expectSound(page);
    await page.getByRole('button', { name: '确定取消' }).click();
    await expect(page.getByText('这次预约已取消，号源已退回。')).toBeVisible();
    await page.goto('/appointments');
    await expect(page.getByText('没有待就诊的预约')).toBeVisible();
    await page.goto('/messages');
    await expect(page.getByRole('link', { name: /未读\s*预约已取消/ })).toBeVisible();
    await expectSound(page);
  });

  test('changes the time in one step: the old number goes only when the new one is taken', async ({ page }, info) => {
    await becomeResident(page);
    await openDepartment(page, hospitalOf(info, 1));
    await bookFirst(page);
    const before = await page.getByTestId('booking-code').textContent();
    await page.getByRole('link', { name: '改约' }).click();
    await expect(page.getByText('新号确认后，原来的号才会取消')).toBeVisible();
    await expectSound(page);
    await firstOpenSession(page).click();
    await page.getByRole('radio', { name: /余/ }).last().check();
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await expect(page.getByText('原预约')).toBeVisible();
    await page.getByRole('button', { name: '确认改约' }).click();
    await expect(page).toHaveURL(/new=1/);
    await expect(page.getByTestId('booking-code')).not.toHaveText(before ?? '');
    await page.goto('/appointments');
    await expect(page.locator('a[href^="/appointments/H"]')).toHaveCount(1);
    await expectSound(page);
  });

  test('is told which rule refuses, and what stands in the way', { tag: '@phone' }, async ({ page }, info) => {
    await becomeResident(page);
    const department = await openDepartment(page, hospitalOf(info, 2));
    const address = page.url();
    await bookFirst(page);
    await page.goto(address);
    await firstOpenSession(page).click();
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByRole('button', { name: '确认预约' }).click();
    const refusal = page.getByRole('alert').filter({ hasText: '暂时不能办理' });
    await expect(refusal).toContainText('同一就诊人同一天在同一科室（医生）只能预约一个号');
    await expect(refusal).toContainText(`与它冲突的是：${department}`);
    await expectSound(page);
  });

  test('with the keyboard only', { tag: '@desktop' }, async ({ page }, info) => {
    await becomeResident(page);
    await openDepartment(page, hospitalOf(info, 3));
    await firstOpenSession(page).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '选择就诊时间' })).toBeVisible();
    await page.getByRole('radio', { name: /余/ }).first().focus();
    await page.keyboard.press('Space');
    for (let i = 0; i < 12 && !(await focused(page, '下一步：核对')); i += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '核对并确认预约' })).toBeVisible();
    for (let i = 0; i < 20 && !(await focused(page, '确认预约')); i += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByText('预约成功', { exact: true })).toBeVisible();
  });

  test('by a press that comes before the script has arrived', { tag: '@phone' }, async ({ page }, info) => {
    await becomeResident(page);
    await openDepartment(page, hospitalOf(info, 4));
    await firstOpenSession(page).click();
    await expect(page.getByRole('button', { name: '下一步：核对' })).toBeVisible();
    const arrived = Promise.withResolvers<void>();
    await page.route('**/_next/static/**/*.js', (route) => arrived.promise.then(() => route.continue()));
    await page.getByRole('button', { name: '下一步：核对' }).click({ noWaitAfter: true });
    await page.getByRole('button', { name: '确认预约' }).click({ noWaitAfter: true });
    arrived.resolve();
    await expect(page.getByText('预约成功', { exact: true })).toBeVisible();
  });

  test('again after the network failed: one booking, not two', { tag: '@phone' }, async ({ page, context }, info) => {
    // before any page opens: a route that is set while one opens may miss its requests
    await page.route('**/api/trpc/booking.book*', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await becomeResident(page);
    await openDepartment(page, hospitalOf(info, 5));
    await firstOpenSession(page).click();
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByRole('button', { name: '确认预约' }).click();
    await expect(page.getByText('再试一次不会重复预约')).toBeVisible();
    await page.unroute('**/api/trpc/booking.book*');
    await page.getByRole('button', { name: '再试一次' }).click();
    await expect(page.getByText('预约成功', { exact: true })).toBeVisible();
    await page.goto('/appointments');
    await expect(page.locator('a[href^="/appointments/H"]')).toHaveCount(1);
    await context.clearCookies();
  });
});

const focused = (page: import('@playwright/test').Page, text: string) =>
  page.evaluate((wanted) => document.activeElement?.textContent?.trim() === wanted, text);
