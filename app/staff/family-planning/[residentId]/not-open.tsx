import { type Trouble, wordFault } from '../../../_text/fault-text.ts';
import { getText } from '../../../_text/server.ts';
import { Callout } from '../../../_ui/callout.tsx';
import { PageHead } from '../../../_ui/page-head.tsx';

/** Why a sheet is not open, and what can be done. */
export async function NotOpen({ trouble }: { trouble: Trouble }) {
  const { t, f } = await getText();
  const { title, lines } = wordFault(t, f, trouble);
  return (
    <>
      <PageHead title={t('planning.title')} back={{ href: '/staff/family-planning', label: t('planning.title') }} />
      <Callout tone="wait" title={title}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Callout>
    </>
  );
}
