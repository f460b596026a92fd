import { getText } from './_text/server.ts';
import { ButtonLink } from './_ui/button.tsx';
import { Column, PageHead } from './_ui/page-head.tsx';

/** The same words in every frame: absent and another's look alike. */
export async function NotFoundContent() {
  const { t } = await getText();
  return (
    <Column>
      <title>{t('kit.notFoundTitle')}</title>
      <PageHead title={t('kit.notFoundTitle')} lead={t('kit.notFoundText')} />
      <ButtonLink href="/">{t('kit.home')}</ButtonLink>
    </Column>
  );
}
