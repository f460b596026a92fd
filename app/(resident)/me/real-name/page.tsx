import type { Metadata } from 'next';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { Callout } from '../../../_ui/callout.tsx';
import { Column, PageHead, Panel } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { safeNext } from '../../../sign-in/next-path.ts';
import { RealNameForm } from './real-name-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('me.nameTitle') };
}

/** Asked for at the moment it is needed, and back to where the visitor came from. */
export default async function RealNamePage({ searchParams }: PageInput) {
  const { t } = await getText();
  const asked = (await searchParams).next;
  const next = safeNext(typeof asked === 'string' ? asked : null, '/me');
  const { people } = await load(`/me/real-name?next=${encodeURIComponent(next)}`, api().residents.family.query());
  const self = people.find((person) => person.relation === 'self');
  return (
    <Column>
      <PageHead title={t('me.nameTitle')} {...(self ? {} : { lead: t('me.nameLead') })} />
      {self ? (
        <Callout tone="good" title={t('me.nameAlready', { name: self.name, id: self.idMasked })}>
          <ButtonLink href={next}>{t('kit.back')}</ButtonLink>
        </Callout>
      ) : (
        <Panel>
          <TextProvider areas={['me']}>
            <RealNameForm next={next} />
          </TextProvider>
        </Panel>
      )}
    </Column>
  );
}
