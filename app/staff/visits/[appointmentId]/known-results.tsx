import Link from 'next/link';
import { getText } from '../../../_text/server.ts';
import { api, getMe } from '../../../_trpc/server.ts';
import { troubleOf } from '../../../_trpc/trouble.ts';
import { mayReadRecords } from '../../duties.ts';
import { PatientResults } from '../../records/[residentId]/patient-results.tsx';

/** What is known already, before a test is ordered again (B20). Only to who treats, and only what the patient opens. */
export async function KnownResults({ appointmentId }: { appointmentId: string }) {
  const { t } = await getText();
  if (!mayReadRecords((await getMe()).roles)) return null;
  const found = await findResults(appointmentId);
  if (!found) return null;
  return (
    <>
      <PatientResults results={found.results} asOf={found.asOf} />
      <p>
        <Link href={`/staff/records/of/${appointmentId}`} prefetch={false}>
          {t('patient.open')}
        </Link>
      </p>
    </>
  );
}

/** Null where the record is closed to this reader; the steps of the visit go on without it. */
async function findResults(appointmentId: string) {
  try {
    const patient = await api().records.patientOf.query({ appointmentId });
    return await api().records.recentResults.query(patient);
  } catch (error) {
    if (troubleOf(error)?.code === 'refused') return null;
    throw error;
  }
}
