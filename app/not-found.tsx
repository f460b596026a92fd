import { getText } from './_text/server.ts';
import { ButtonLink } from './_ui/button.tsx';
import { Column, PageHead } from './_ui/page-head.tsx';
import { ResidentShell } from './(resident)/resident-shell.tsx';

export default async function NotFound() {
  const { t } = await getText();
  return (
    <ResidentShell>
      <Column>
        <PageHead title={t('kit.notFoundTitle')} lead={t('kit.notFoundText')} />
        <ButtonLink href="/">{t('kit.home')}</ButtonLink>
      </Column>
    </ResidentShell>
  );
}
