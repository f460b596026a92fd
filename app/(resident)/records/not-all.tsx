import type { RecordView } from '#server/records/schema.ts';
import type { Text } from '../../_text/server.ts';
import { Callout } from '../../_ui/callout.tsx';

/** Says to who acts for somebody that this is not the whole record, and why. */
export function NotAll({ view, t }: { view: RecordView } & Pick<Text, 't'>) {
  if (view !== 'family' && view !== 'teen') return null;
  return (
    <Callout tone="info">
      <p>{t(view === 'teen' ? 'privacy.teen' : 'records.guarded')}</p>
    </Callout>
  );
}
