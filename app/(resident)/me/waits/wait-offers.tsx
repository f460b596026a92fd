import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api } from '../../../_trpc/server.ts';
import { Stack } from '../../../_ui/page-head.tsx';
import { Offered } from './wait-card.tsx';

/** Numbers kept for the visitor from a waiting list; above other lists, because their time runs. */
export async function WaitOffers() {
  await getText();
  const { waits } = await api().waitlist.mine.query();
  const offered = waits.filter((wait) => wait.state === 'offered');
  if (offered.length === 0) return null;
  return (
    <TextProvider areas={['wait', 'kit', 'fault']}>
      <Stack>
        {offered.map((wait) => (
          <Offered key={wait.id} wait={wait} />
        ))}
        <span />
      </Stack>
    </TextProvider>
  );
}
