import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, getMe, load, signInPath } from '../../../_trpc/server.ts';
import { Button } from '../../../_ui/button.tsx';
import { Column, PageHead } from '../../../_ui/page-head.tsx';
import { closeSealed } from './actions.ts';
import { CheckPart } from './check-part.tsx';
import { Cover } from './cover.tsx';
import { HospitalPart } from './hospital-part.tsx';
import { NextPart } from './next-part.tsx';
import { RegistrationPart } from './registration-part.tsx';
import { isOpened, openMinutes, sealedPath } from './sealed-cookie.ts';
import { ServicePart } from './service-part.tsx';
import { ServingPart } from './serving-part.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('ownPlanning.title') };
}

/** One's own family planning. Nobody else has such a page, and it is opened first: until then nothing of it is loaded. */
export default async function FamilyPlanningPage() {
  const { t, f } = await getText();
  const me = await getMe();
  if (me.kind !== 'resident') redirect(signInPath(sealedPath));
  if (!me.residentId) redirect(`/me/real-name?next=${sealedPath}`);
  if (!(await isOpened())) return <Cover />;
  const own = await load(sealedPath, api().familyPlanning.own.view.query());
  return (
    <Column>
      <PageHead
        title={t('ownPlanning.title')}
        back={{ href: '/records', label: t('records.title') }}
        lead={t('ownPlanning.lead')}
        updated={t('kit.updatedAt', { time: f.time(own.asOf) })}
        side={
          <form action={closeSealed} className="no-print">
            <Button type="submit" look="second" small title={t('ownPlanning.closeHint', { minutes: openMinutes })}>
              {t('ownPlanning.close')}
            </Button>
          </form>
        }
      />
      <TextProvider areas={['ownPlanning']}>
        <NextPart own={own} />
        <RegistrationPart own={own} />
        <CheckPart checks={own.checks} />
        <ServicePart own={own} />
        <HospitalPart entries={own.entries} />
        <ServingPart serving={own.serving} />
      </TextProvider>
    </Column>
  );
}
