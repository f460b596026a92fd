import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * No accessibility violation, and nothing that makes the page scroll sideways. No page of ours shows another site in a
 * frame, so the look needs no second page of its own, and hands over what is wrong only: a third of the time.
 */
export async function expectSound(page: Page): Promise<void> {
  // of a page that another one leads to, the title comes with the last part of the answer
  await expect(page).toHaveTitle(/./);
  const look = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await look.analyze();
  expect(violations.map((v) => `${page.url()} ${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
}
