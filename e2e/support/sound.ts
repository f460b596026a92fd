import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * No accessibility violation, and nothing that makes the page scroll sideways. No page of ours shows another site in a
 * frame, so the look needs no second page of its own, and hands over what is wrong only: a third of the time.
 */
export async function expectSound(page: Page): Promise<void> {
  const look = () =>
    new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .analyze();
  let { violations } = await look();
  // while a page is drawn anew after a change, its title is gone for a moment; one that never comes back stays a fault
  if (violations.some(({ id }) => id === 'document-title')) {
    await expect(page).toHaveTitle(/./);
    ({ violations } = await look());
  }
  expect(violations.map((v) => `${page.url()} ${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
}
