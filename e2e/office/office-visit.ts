import type { Page } from '@playwright/test';
import { signInAs } from '../support/sign-in.ts';

/** An official at work: signed in, and at the office's first page unless another is named. */
export async function openOffice(
  page: Page,
  level: 'province' | 'city' | 'county' | 'village',
  path = '/office',
): Promise<void> {
  await signInAs(page, `official.${level}`);
  await page.goto(path);
}
