import type { AppointmentNews } from '#fhir/resources/appointment.ts';

export type OurAppointment = { status: string; hisState: string };
export type Verdict = 'none' | 'confirm' | 'reject' | 'lose' | 'tell-again';

/** What the hospital's word on one of our appointments means for it. Old news never undoes what is settled here. */
export function verdictOf(ours: OurAppointment, news: Pick<AppointmentNews, 'status'>): Verdict {
  const ended = news.status === 'cancelled' || news.status === 'rejected';
  switch (ours.status) {
    case 'held':
      if (ended) return 'reject';
      return news.status === 'booked' || news.status === 'arrived' ? 'confirm' : 'none';
    case 'booked':
      return ended ? 'lose' : 'none';
    case 'cancelled':
    case 'rejected':
      // told of the end, yet it still keeps the number: it confirmed at the very moment we gave up
      return !ended && news.status !== 'noshow' && ours.hisState === 'told' ? 'tell-again' : 'none';
    default:
      return 'none';
  }
}
