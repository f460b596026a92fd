import { getText } from '../../../../_text/server.ts';
import { signInPath } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';

/** Hospitals see people by their real names: sign in, or register once, and come back. */
export async function NeedName({ here, signedIn }: { here: string; signedIn: boolean }) {
  const { t } = await getText();
  return (
    <Callout tone="info" title={t('book.needName')}>
      <p>{t('book.needNameLead')}</p>
      <ButtonLink
        href={signedIn ? `/me/real-name?next=${encodeURIComponent(here)}` : signInPath(here)}
        prefetch={false}
      >
        {signedIn ? t('book.registerNow') : t('shell.signIn')}
      </ButtonLink>
    </Callout>
  );
}
