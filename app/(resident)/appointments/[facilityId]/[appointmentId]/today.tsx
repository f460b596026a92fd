import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api } from '../../../../_trpc/server.ts';
import { QueuePlace } from './queue-place.tsx';

type Props = { facilityId: string; appointmentId: string };

/** The line on the day of the visit; nothing on other days. The proof above it never waits for this. */
export async function Today(props: Props) {
  const place = await api()
    .queues.place.query(props)
    .catch(() => null);
  if (!place) return null;
  return (
    <TextProvider areas={['queue']}>
      <QueuePlace {...props} first={place} />
    </TextProvider>
  );
}
