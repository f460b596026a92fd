'use client';

import { nearCookie, toNear } from './origin.ts';

/** Asks the device and remembers the answer, coarse, for this browser session; false when it cannot be had. */
export function rememberPosition(): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is missing in WeChat's browser
        document.cookie = `${nearCookie}=${toNear(coords.longitude, coords.latitude)}; path=/care; samesite=lax`;
        resolve(true);
      },
      () => resolve(false),
      { enableHighAccuracy: false, maximumAge: 600_000, timeout: 8_000 },
    );
  });
}

export function forgetPosition(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: as above
  document.cookie = `${nearCookie}=; path=/care; max-age=0; samesite=lax`;
}
