import { cache } from 'react';
import { createFormat } from '../../_text/format.ts';
import { defaultLocale } from '../../_text/locale.ts';
import { api, getMe } from '../../_trpc/server.ts';
import { monthsBetween, type Patient } from './wish.ts';

/** Whom the visitor may ask for by name; nobody before signing in and registering. */
export const readPatients = cache(async (): Promise<Patient[]> => {
  const me = await getMe();
  if (me.kind !== 'resident' || !me.residentId) return [];
  const { people } = await api().residents.family.query();
  const today = createFormat(defaultLocale).isoDay(new Date());
  return people.map(({ id, name, relation, sex, birthDate }) => ({
    ...{ id, name, relation, sex },
    ageMonths: monthsBetween(birthDate, today),
  }));
});
