import type { ConsoleSession } from '#server/schedules/schema/console.ts';
import { StopReport } from './stop-report.tsx';
import { WaitingList } from './waiting-list.tsx';

/** Who has no number: those whose clinic was stopped, for staff who may call them, and those who wait for one. */
export const WithoutNumber = ({ session: s, mayCall }: { session: ConsoleSession; mayCall: boolean }) => (
  <>
    {s.status === 'suspended' && mayCall ? <StopReport sessionId={s.id} /> : null}
    <WaitingList sessionId={s.id} />
  </>
);
