import { type Browser, expect, type Page, test, type ViewportSize } from '@playwright/test';
import { callApi } from '../support/api.ts';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

/** A clinician who keeps the guide's rules. */
async function editorPage(browser: Browser, login: string, size: ViewportSize | null): Promise<Page> {
  const page = await (await browser.newContext({ viewport: size })).newPage();
  await signInAs(page, login);
  return page;
}

/** What the guide answers to a stranger at this moment. */
async function outcomeOf(page: Page, text: string): Promise<string> {
  return (await callApi<{ kind: string }>(page, 'mutation', 'navigation.ask', { text })).kind;
}

test.describe.configure({ timeout: 180_000 });

test('one clinician proposes a red flag, another approves it, and the next answer is given by it; then it is taken back', async ({
  browser,
  page,
}, info) => {
  const author = await editorPage(browser, 'editor.h0001', page.viewportSize());
  const second = await editorPage(browser, 'editor.h0002', page.viewportSize());
  // the rules are the whole province's: each size of screen writes a rule of its own
  const id = `test-${info.project.name}-${Date.now()}`;
  const title = `可能是雷声急症 ${id}`;
  const term = `琥珀色的雷声${id.replace(/\D/g, '')}`;

  await test.step('given the list of rules, and a sentence that raises no alarm', async () => {
    await author.goto('/staff');
    await expect(author.getByRole('heading', { level: 1, name: '导诊规则' })).toBeVisible();
    expect(await author.getByRole('main').getByRole('row').count()).toBeGreaterThan(20);
    await expectSound(author);
    expect(await outcomeOf(author, `听见${term}`)).toBe('advice');
  });

  await test.step('when the first writes it, tries it and proposes it', async () => {
    await author.getByRole('link', { name: '新建危险信号' }).click();
    await expectSound(author);
    await author.getByLabel('编号').fill(id);
    await author.getByLabel('名称（中文）').fill(title);
    await author.getByLabel('名称（英文）').fill('Possible thunder');
    await author.getByLabel('给居民看的理由（中文）').fill('每一分钟都要紧。');
    await author.getByLabel('给居民看的理由（英文）').fill('Minutes count.');
    await author.getByLabel('依据').fill('演示清单 2026');
    await author.getByLabel('第 1 组词（任一出现）').fill(`${term}、另一个词`);
    await author.getByLabel('为什么改').fill('演示两人审核');
    await author.getByLabel('居民可能怎么说').fill(`昨天听见${term}`);
    await author.getByRole('button', { name: '试读' }).click();
    await expect(author.getByText('急症：拨打 120')).toBeVisible();
    await author.getByRole('button', { name: '保存草稿' }).click();
    await expect(author).toHaveURL(new RegExp(`/staff/guide-rules/${id}$`));
    await author.getByRole('button', { name: '提交审核' }).click();
    await expect(author.getByText('已提交，等待另一位规则编辑审核。')).toBeVisible();
    await expect(author.getByRole('button', { name: '批准' })).toBeDisabled();
    await expect(author.getByText('起草或提交的人不能自己审核').first()).toBeVisible();
    await expect(author.getByText('没有漏掉任何已能识别的急症')).toBeVisible();
    await expectSound(author);
    expect(await outcomeOf(author, `听见${term}`)).toBe('advice');
  });

  await test.step('then the second approves it and it is live', async () => {
    await second.goto('/staff/guide-rules?show=waiting');
    await second.getByRole('link', { name: title }).click();
    await expectSound(second);
    await second.getByRole('button', { name: '批准' }).click();
    await expect(second.getByText('已批准。')).toBeVisible();
    expect(await outcomeOf(second, `听见${term}`)).toBe('emergency');
  });

  await test.step('and one step takes it back', async () => {
    await author.reload();
    await author.getByRole('button', { name: '撤回第 1 版' }).click();
    await author.getByRole('dialog').getByLabel('原因').fill('演示结束，撤回');
    await author.getByRole('dialog').getByRole('button', { name: '确认' }).click();
    await expect(author.getByText('已撤回，上一版已恢复。')).toBeVisible();
    await expect.poll(() => outcomeOf(author, `听见${term}`), { timeout: 15_000 }).toBe('advice');
    await expect(author.getByText('演示结束，撤回').first()).toBeVisible();
  });

  await test.step('a change that would lose a stored emergency is stopped, with the sentence', async () => {
    await author.goto('/staff/guide-rules?show=emergency');
    const rules = author.getByRole('main').getByRole('table').getByRole('link');
    await rules.nth(info.project.name === 'phone' ? 0 : 1).click();
    await author.getByRole('link', { name: '起草新版本' }).click();
    await author.getByLabel('从生效日起停用这条规则').check();
    await author.getByLabel('为什么改').fill('试着停用');
    await author.getByRole('button', { name: '保存草稿' }).click();
    await expect(author.getByText('这一版将停用这条规则。')).toBeVisible();
    await author.getByRole('button', { name: '提交审核' }).click();
    await expect(author.getByText(/在样例上会漏掉 \d+ 条急症/)).toBeVisible();
    await expectSound(author);
    await author.getByRole('button', { name: '放弃草稿' }).click();
    await author.getByRole('dialog').getByLabel('原因').fill('不能停用');
    await author.getByRole('dialog').getByRole('button', { name: '确认' }).click();
    await expect(author.getByText('已放弃这份草稿。')).toBeVisible();
  });

  await test.step('a sentence joins the test cases, and leaves only by two', async () => {
    await author.goto('/staff/guide-rules/cases');
    await expectSound(author);
    await author.getByLabel('句子').fill(`手指倒刺有点翘 ${id}`);
    await author.getByLabel('应有结果').selectOption('none');
    await author.getByLabel('为什么收入').fill('门诊常见说法');
    await author.getByRole('button', { name: '增加样例' }).click();
    await expect(author.getByText('已存入样例库。')).toBeVisible();
    await author.goto('/staff/guide-rules/cases?show=own');
    await author.getByRole('button', { name: `申请删除样例：手指倒刺有点翘 ${id}` }).click();
    await author.getByRole('dialog').getByLabel('原因').fill('只为演示');
    await author.getByRole('dialog').getByRole('button', { name: '确认' }).click();
    const own = (at: Page) => at.getByRole('row').filter({ hasText: id });
    await expect(own(author).getByRole('button', { name: '同意删除' })).toBeDisabled();
    await second.goto('/staff/guide-rules/cases?show=asked');
    await own(second).getByRole('button', { name: '同意删除' }).click();
    await expect(own(second)).toHaveCount(0);
  });
});
