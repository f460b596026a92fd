import { cookies } from 'next/headers';

export const passCookie = 'huimin-rush';

/** The passes this browser was given for releases, as the server sealed them. */
export const readPass = async (): Promise<string | null> =>
  (await cookies()).get(passCookie)?.value.slice(0, 200) ?? null;
