import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api } from '../../../../_trpc/server.ts';
import { QueuePlace } from './queue-place.tsx';
import { ReturnVisit } from './return-visit.tsx';

type Props = { facilityId: string; appointmentId: string };

/** The line on the day of the visit, and what follows from it; the proof never fails because of either. */
export async function Today(props: Props) {
  const place = await api()
    .queues.place.query(props)
    .catch(() => null);
  return (
    <>
      {place ? (
        <TextProvider areas={['queue']}>
          <QueuePlace {...props} first={place} />
        </TextProvider>
      ) : null}
      <ReturnVisit {...props} />
    </>
  );
}
