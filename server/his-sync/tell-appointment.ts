import { HisError } from '#fhir/client/errors.ts';
import type { HisClient } from '#fhir/client/his-client.ts';
import {
  type AppointmentNews,
  type AppointmentValue,
  fromAppointment,
  sameAppointment,
  toAppointment,
} from '#fhir/resources/appointment.ts';
import type { FhirResource } from '#fhir/resources/resource.ts';
import type { Delivery } from './deliveries.ts';

export type Told =
  /** The hospital has it as we wish, or says itself how it is (`news`). */
  | { outcome: 'told'; hisId: string | null; news: AppointmentNews | null; stampedAt: Date | null }
  /** It said no, and will say so again. */
  | { outcome: 'refused'; reason: 'taken-at-hospital' | 'refused-by-hospital'; error: string };

const wishes: Record<string, AppointmentValue['status']> = {
  held: 'held',
  booked: 'booked',
  noshow: 'booked',
  arrived: 'arrived',
  fulfilled: 'arrived',
};
const wishOf = (status: string): AppointmentValue['status'] => wishes[status] ?? 'cancelled';

/** Tells the hospital of one appointment as it stands. Any number of repetitions end in one Appointment there. */
export async function tellAppointment(client: HisClient, delivery: Delivery): Promise<Told> {
  const wish = wishOf(delivery.status);
  // never sent, or refused for good: there is nothing at the hospital to take back
  if (wish === 'cancelled' && !delivery.hisId && delivery.attempts === 0) return told(null);
  try {
    const known = delivery.hisId ? await readKnown(client, delivery.hisId) : null;
    if (delivery.hisId && !known && wish === 'cancelled') return told(null);
    const resource = known ?? (await client.create(bodyOf(delivery, wish), sameAppointment(delivery.appointmentId)));
    return await bring(client, resource, delivery, wish);
  } catch (error) {
    if (!(error instanceof HisError) || error.kind !== 'http') throw error;
    if (error.status === 409) return { outcome: 'refused', reason: 'taken-at-hospital', error: error.message };
    if (error.status === 400 || error.status === 422) {
      return { outcome: 'refused', reason: 'refused-by-hospital', error: error.message };
    }
    throw error;
  }
}

async function readKnown(client: HisClient, hisId: string): Promise<FhirResource | null> {
  try {
    return await client.read('Appointment', hisId);
  } catch (error) {
    const gone = error instanceof HisError && error.kind === 'http' && (error.status === 404 || error.status === 410);
    if (gone) return null;
    throw error;
  }
}

/** Brings what the hospital has to what we wish, keeping whatever else it wrote there. */
async function bring(
  client: HisClient,
  resource: FhirResource,
  delivery: Delivery,
  wish: AppointmentValue['status'],
): Promise<Told> {
  const news = fromAppointment(resource);
  const ended = news.status === 'cancelled' || news.status === 'rejected';
  const reached = wish === 'cancelled' ? ended : wish === 'arrived' ? ended || news.status === 'arrived' : true;
  if (reached) return told(resource, wish === 'cancelled' ? null : news);
  const changed: FhirResource & { id: string } = { ...resource, id: news.hisId, status: wish };
  if (wish === 'cancelled') changed.cancelationReason = { text: delivery.cancelReason ?? 'cancelled' };
  return told(await client.update(changed, news.version));
}

function bodyOf(delivery: Delivery, wish: AppointmentValue['status']): FhirResource {
  return toAppointment({
    platformId: delivery.appointmentId,
    code: delivery.code,
    slotHisId: delivery.slotHisId ?? '',
    residentName: delivery.residentName,
    residentIdMasked: delivery.idMasked,
    phoneMasked: delivery.phoneMasked,
    status: wish,
    start: delivery.start.toISOString(),
    end: delivery.end.toISOString(),
    created: delivery.createdAt.toISOString(),
    ...(delivery.cancelReason ? { cancelReason: delivery.cancelReason } : {}),
  });
}

function told(resource: FhirResource | null, news: AppointmentNews | null = null): Told {
  const stamp = Date.parse(String((resource?.meta as { lastUpdated?: unknown } | undefined)?.lastUpdated));
  const stampedAt = Number.isNaN(stamp) ? null : new Date(stamp);
  return { outcome: 'told', hisId: resource?.id ?? null, news, stampedAt };
}
