import { expect, test } from '@playwright/test';
import { signInByPhone } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { becomeResident, inventPerson, openDepartment, signIn } from './steps.ts';

test.describe('a resident', () => {
  test('adds a child by declaration and a parent by the parent’s own phone, and removes one', async ({ page }) => {
    await becomeResident(page);
    await page.goto('/me/family/add');
    await expectSound(page);
    const child = inventPerson(8);
    await page.getByLabel('姓名').fill(child.name);
    await page.getByLabel('身份证号码').fill(child.idNumber);
    await page.getByRole('button', { name: '提交' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '监护人' })).toBeVisible();
    await page.getByLabel('我声明是这位未成年人的监护人').check();
    await page.getByRole('button', { name: '提交' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: child.name })).toContainText('8 岁');

    const parent = inventPerson(66);
    await page.getByRole('link', { name: '添加家人' }).click();
    await page.getByLabel('姓名').fill(parent.name);
    await page.getByLabel('身份证号码').fill(parent.idNumber);
    await page.getByLabel('与您的关系').selectOption('parent');
    await page.getByRole('radio', { name: '16 岁及以上' }).check();
    await page.getByLabel('家人的手机号码').fill(parent.phone);
    await page.getByRole('button', { name: '发送验证码' }).click();
    const code = await page.locator('[data-demo-code]').getAttribute('data-demo-code');
    await page.getByLabel('家人手机收到的验证码').fill(code ?? '');
    await page.getByRole('button', { name: '提交' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: parent.name })).toContainText('父母');
    await expectSound(page);

    await page.getByRole('button', { name: new RegExp(`移除\\s*${child.name}`) }).click();
    await page.getByRole('button', { name: '确定移除' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: child.name })).toHaveCount(0);
  });

  test('finds every page of the account sound, empty as it is at first', async ({ page }) => {
    await becomeResident(page);
    for (const path of ['/records/access', '/me/family', '/appointments', '/messages', '/guide']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectSound(page);
    }
    await openDepartment(page, 'H0101');
    await page.locator('a[href^="/doctors/"]').first().click();
    await expect(page).toHaveURL(/\/doctors\//);
    await expectSound(page);
  });

  test('learns what is wrong with an ID number', { tag: '@phone' }, async ({ page }) => {
    const person = inventPerson();
    await page.goto('/sign-in?next=/me/real-name');
    await expectSound(page);
    await signIn(page, person.phone);
    await page.getByLabel('姓名').fill(person.name);
    await page.getByLabel('身份证号码').fill('12345');
    await page.getByRole('button', { name: '提交' }).click();
    await expect(page.getByText('请输入 18 位证件号码')).toBeVisible();
    const last = person.idNumber.endsWith('1') ? '2' : '1';
    await page.getByLabel('身份证号码').fill(person.idNumber.slice(0, 17) + last);
    await page.getByRole('button', { name: '提交' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '校验位不符' })).toBeVisible();
    await expectSound(page);
  });

  test('presses before the script has arrived, and nothing typed is lost or put into the address', {
    tag: '@phone',
  }, async ({ page }) => {
    await signInByPhone(page, inventPerson().phone);
    const arrived = Promise.withResolvers<void>();
    await page.route('**/_next/static/**/*.js', (route) => arrived.promise.then(() => route.continue()));
    await page.goto('/me/real-name', { waitUntil: 'commit' });
    await page.getByLabel('姓名').fill('赵安');
    await page.getByLabel('身份证号码').fill('12345');
    await page.getByRole('button', { name: '提交' }).click({ noWaitAfter: true });
    arrived.resolve();
    await expect(page.getByText('请输入 18 位证件号码')).toBeVisible();
    await expect(page.getByLabel('姓名')).toHaveValue('赵安');
    await expect(page.getByLabel('身份证号码')).toHaveValue('12345');
    await expect(page).toHaveURL(/\/me\/real-name$/);
  });

  test('is told that a code is wrong, how often it may be tried, and when another can be had', {
    tag: '@phone',
  }, async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByLabel('手机号码').fill(inventPerson().phone);
    await page.getByRole('button', { name: '获取验证码' }).click();
    const right = await page.locator('[data-demo-code]').getAttribute('data-demo-code');
    await page.getByLabel('短信验证码').fill(right === '000000' ? '111111' : '000000');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: '还可以试 4 次' })).toBeVisible();
    await page.getByRole('button', { name: '重新获取验证码' }).click();
    await expect(page.getByRole('alert').filter({ hasText: /请在 \d+ 秒后再试/ })).toBeVisible();
  });

  test('signs out, and the old cookie is worth nothing', { tag: '@phone' }, async ({ page, context }) => {
    await becomeResident(page);
    const cookies = await context.cookies();
    await page.goto('/me');
    await expectSound(page);
    await page.getByRole('button', { name: '退出登录' }).click();
    await expect(page.getByRole('link', { name: '登录' })).toBeVisible();
    await context.addCookies(cookies);
    await page.goto('/appointments');
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fappointments/);
  });

  test('reads the site in English, and in large print', async ({ page }) => {
    await page.goto('/me');
    await page.getByRole('button', { name: 'English' }).first().click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('link', { name: 'Home' })).toBeVisible();
    await page.getByRole('button', { name: 'Large print' }).first().click();
    await expect(page.locator('html')).toHaveAttribute('data-elder', '');
    for (const path of ['/', '/hospitals', '/hospitals/H0101', '/guide', '/sign-in', '/me']) {
      await page.goto(path);
      await expectSound(page);
    }
    const heights = await page
      .getByRole('button')
      .evaluateAll((all) => all.map((b) => b.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('everything up to the confirmation can be read, searched and signed in to', async ({ page }) => {
    await page.goto('/hospitals?q=华西');
    await expect(page.getByRole('link', { name: /四川大学华西医院/ }).first()).toBeVisible();
    await page.getByLabel('医院、科室或医生').fill('erke');
    await page.getByRole('button', { name: '查找', exact: true }).click();
    await expect(page.getByText(/共找到 [1-9][\d,]* 家机构/)).toBeVisible();
    await page.goto('/hospitals/H0101');
    await page.locator('a[href^="/hospitals/H0101/"]').first().click();
    await expect(page.getByRole('navigation', { name: '可预约的日期' })).toBeVisible();
    await page.goto('/sign-in?next=/me');
    await signIn(page, inventPerson().phone);
    await expect(page.getByText('尚未实名登记')).toBeVisible();
  });
});

test.describe('whoever looks for care', () => {
  for (const [what, words, found] of [
    ['initials', 'xnk', '心'],
    ['pinyin', 'huaxi', '四川大学华西医院'],
    ['an everyday word', '牙科', '口腔'],
  ] as const) {
    test(`finds it by ${what}`, { tag: '@phone' }, async ({ page }) => {
      await page.goto(`/hospitals?q=${encodeURIComponent(words)}`);
      await expect(
        page
          .getByRole('main')
          .getByRole('link', { name: new RegExp(found) })
          .first(),
      ).toBeVisible();
    });
  }

  test('narrows by area and level, and sees what cannot be booked, greyed and with a phone', async ({ page }) => {
    await page.goto('/hospitals?city=510100000000');
    await expectSound(page);
    await page.getByLabel('县（市、区）').selectOption({ label: '武侯区' });
    await page.getByLabel('医院等级').selectOption('1');
    await page.getByRole('button', { name: '按条件查找' }).click();
    await expect(page.getByText('暂不支持线上预约').first()).toBeVisible();
    await page.getByRole('link', { name: '清除条件' }).click();
    await expect(page).toHaveURL(/\/hospitals$/);
  });

  test('gets a page that says so for an address that is not there', { tag: '@phone' }, async ({ page }) => {
    const answer = await page.goto('/hospitals/nowhere');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: '没有找到这个页面' })).toBeVisible();
    await expectSound(page);
  });
});
