import type { OwnPlanning } from '#server/family-planning/schema/own.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { Button } from '../../../_ui/button.tsx';
import { Column, PageHead } from '../../../_ui/page-head.tsx';
import { closeSealed } from './actions.ts';
import { CheckPart } from './check-part.tsx';
import { HospitalPart } from './hospital-part.tsx';
import { NextPart } from './next-part.tsx';
import { RegistrationPart } from './registration-part.tsx';
import { openMinutes } from './sealed-cookie.ts';
import { ServicePart } from './service-part.tsx';
import { ServingPart } from './serving-part.tsx';

/** What stands behind the cover, what comes next first. */
export async function OwnView({ own }: { own: OwnPlanning }) {
  const { t, f } = await getText();
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
