import { HisError, isIllHealth } from '#fhir/client/errors.ts';
import type { HisClient } from '#fhir/client/his-client.ts';
import { type Offer, offerOf } from '#fhir/resources/capability.ts';
import type { FhirResource } from '#fhir/resources/resource.ts';

/** More pages than that are no one person's record. */
const pagesMost = 20;
const offerKeptMs = 3_600_000;
const offers = new WeakMap<HisClient, { until: number; offer: Promise<Offer> }>();

/**
 * All that a hospital tells of one of its patients: by `$everything` where its capability statement offers that, else by
 * a search of each type. A type it does not keep is nothing; any other failure is the caller's.
 */
export async function readChart(client: HisClient, patientId: string): Promise<FhirResource[]> {
  const offer = await learnOffer(client);
  if (offer.everything) {
    const whole = await unlessRefused(collect(client.everything(patientId)));
    if (whole) return whole;
  }
  const patient = unlessRefused(client.read('Patient', patientId)).then((one) => (one ? [one] : []));
  const searches = offer.types.map((type) =>
    unlessRefused(collect(client.search(type, { patient: patientId, _count: '500' }))),
  );
  const found = await Promise.all([patient, ...searches]);
  return found.flatMap((page) => page ?? []);
}

/** The statement is read once an hour, as it changes with the hospital's software. */
function learnOffer(client: HisClient): Promise<Offer> {
  const known = offers.get(client);
  if (known && known.until > performance.now()) return known.offer;
  const offer = unlessRefused(client.capability()).then(offerOf);
  offers.set(client, { until: performance.now() + offerKeptMs, offer });
  offer.catch(() => offers.delete(client));
  return offer;
}

async function collect(pages: AsyncGenerator<FhirResource[]>): Promise<FhirResource[]> {
  const found: FhirResource[] = [];
  let read = 0;
  for await (const page of pages) {
    read += 1;
    if (read > pagesMost) throw new HisError('too-large', `more than ${pagesMost} pages of one person`);
    found.push(...page);
  }
  return found;
}

/** Null where the hospital is well but does not do this: a type or an operation unknown to it, an id it has no more. */
async function unlessRefused<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof HisError && !isIllHealth(error)) return null;
    throw error;
  }
}
