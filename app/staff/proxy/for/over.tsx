import { type Trouble, wordFault } from '../../../_text/fault-text.ts';
import { getText } from '../../../_text/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { Callout } from '../../../_ui/callout.tsx';
import { PageHead } from '../../../_ui/page-head.tsx';

/** The person's wish is no longer open, or was never opened by this desk: why, and how to go on. */
export async function Over({ trouble }: { trouble: Trouble }) {
  const { t, f } = await getText();
  const words = wordFault(t, f, trouble.code === 'invalid' ? { ...trouble, rule: 'proxy-ask-over' } : trouble);
  return (
    <>
      <PageHead title={t('proxy.title')} back={{ href: '/staff/proxy', label: t('proxy.title') }} />
      <Callout tone="wait" title={words.title}>
        {words.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <ButtonLink href="/staff/proxy">{t('proxy.again')}</ButtonLink>
      </Callout>
    </>
  );
}
