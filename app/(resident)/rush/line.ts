import { cookies } from 'next/headers';

export const passCookie = 'huimin-rush';

/** The passes this browser was given for releases, as the server sealed them. */
export const readPass = async (): Promise<string | null> =>
  (await cookies()).get(passCookie)?.value.slice(0, 200) ?? null;

/** The line before a session's booking; `change` is the appointment that is being changed (book/read-change.ts). */
export const linePath = (facilityId: string, sessionId: string, change: string | null): string =>
  `/rush/${encodeURIComponent(facilityId)}/${encodeURIComponent(sessionId)}${change ? `?change=${change}` : ''}`;
