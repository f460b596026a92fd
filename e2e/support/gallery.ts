import { expect, type Page } from '@playwright/test';

/** `npm test` starts a stack that shows its gallery; what E2E_URL names must have been started so too. */
export async function openGallery(page: Page): Promise<void> {
  const answer = await page.goto('/gallery');
  expect(answer?.status(), 'the gallery is open: start what E2E_URL names with HUIMIN_GALLERY=1').toBe(200);
}
