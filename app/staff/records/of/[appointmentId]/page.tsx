import { redirect } from 'next/navigation';
import { api, load } from '../../../../_trpc/server.ts';
import type { PageInput } from '../../../../_ui/page-input.ts';

/** From a number of the day's list to the record of whose it is. */
export default async function RecordOfPage({ params }: PageInput<'appointmentId'>): Promise<never> {
  const { appointmentId } = await params;
  const path = `/staff/records/of/${appointmentId}`;
  const { residentId } = await load(path, api().records.patientOf.query({ appointmentId }));
  redirect(`/staff/records/${residentId}`);
}
