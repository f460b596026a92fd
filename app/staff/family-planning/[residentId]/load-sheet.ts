import { cache } from 'react';
import type { Sheet } from '#server/family-planning/schema/desk.ts';
import type { Trouble } from '../../../_text/fault-text.ts';
import { api, load } from '../../../_trpc/server.ts';
import { troubleOf } from '../../../_trpc/trouble.ts';

/** The sheet, or why it is not open to this worker; read once a request. */
export const loadSheet = cache(
  async (residentId: string): Promise<{ sheet: Sheet } | { trouble: Trouble }> =>
    load(
      `/staff/family-planning/${residentId}`,
      api()
        .familyPlanning.desk.sheet.query({ residentId })
        .then((sheet) => ({ sheet }))
        .catch((error: unknown) => {
          const trouble = troubleOf(error);
          if (trouble?.code !== 'refused' && trouble?.code !== 'not-found') throw error;
          return { trouble };
        }),
    ),
);
