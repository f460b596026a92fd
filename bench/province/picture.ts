import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { signInAs } from '../../e2e/support/sign-in.ts';
import type { Province } from './stand.ts';

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };

/** What the province's official sees of it on the way, where PROVINCE_PICTURES names a folder for it. */
export async function takePicture({ url, web }: Province, note: (text: string) => void): Promise<void> {
  const folder = process.env.PROVINCE_PICTURES;
  if (!folder || !web) return;
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (const [name, viewport] of Object.entries(sizes)) {
      const page = await browser.newPage({ baseURL: url, viewport, locale: 'zh-CN' });
      await signInAs(page, 'official.province');
      await page.goto('/office/records');
      await page.screenshot({ path: join(folder, `province-${name}.png`), fullPage: true });
      note(`  the office's page stands in ${join(folder, `province-${name}.png`)}`);
    }
  } catch (error) {
    note(`  no picture: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  } finally {
    await browser.close();
  }
}
