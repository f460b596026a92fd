import type { z } from 'zod';
import type { askedPerson } from '#server/booking/schema/proxy.ts';
import { getText } from '../../../_text/server.ts';

/** Whom one books for, to be read back to the person, and until when. */
export async function personLine({ person, consent, until }: z.infer<typeof askedPerson>): Promise<string> {
  const { t, f } = await getText();
  return [
    t(`staff.day.sex.${person.sex}`),
    t('staff.day.years', { age: person.age }),
    person.idMasked,
    person.phoneMasked || t('proxy.noPhone'),
    t(`proxy.consent.${consent}.short`),
    t('proxy.until', { time: f.time(until) }),
  ].join(' · ');
}
