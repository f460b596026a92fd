import type { Metadata } from 'next';
import { getText } from '../../../../_text/server.ts';
import { api, load } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { Column, PageHead, Row, Stack } from '../../../../_ui/page-head.tsx';
import { Proof } from '../../../../(resident)/appointments/proof.tsx';
import { type Query, textParam } from '../../../duties.ts';
import { PrintButton } from '../../../print/print-button.tsx';

type Props = { params: Promise<{ appointmentId: string }>; searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('proxy.slip.title') };
}

/** The paper that goes home with the person: the proof of booking, and who to turn to for a change. */
export default async function SlipPage({ params, searchParams }: Props) {
  const { t } = await getText();
  const { appointmentId } = await params;
  const path = `/staff/proxy/slip/${appointmentId}`;
  const slip = await load(path, api().proxy.slip.query({ appointmentId }));
  const fresh = textParam((await searchParams).new) === '1';
  const held = slip.visit.status === 'held';
  const helper = [slip.helperFacility, slip.helper, slip.helperPhone].filter(Boolean).join(' · ');
  return (
    <Column>
      <div className="no-print">
        <PageHead
          title={t('proxy.slip.title')}
          back={{ href: '/staff/proxy', label: t('proxy.title') }}
          lead={t('proxy.slip.lead')}
        />
      </div>
      <Stack>
        {fresh ? (
          <div className="no-print">
            <Callout tone={held ? 'wait' : 'good'} title={t(held ? 'proxy.slip.held' : 'proxy.slip.done')} alert />
          </div>
        ) : null}
        <Proof
          visit={slip.visit}
          more={[
            { label: t('proxy.slip.helper'), value: helper },
            { label: t('proxy.agreed'), value: t(`proxy.consent.${slip.consent}.short`) },
            { label: t('proxy.slip.change'), value: t('proxy.slip.changeText') },
          ]}
        />
        <div className="no-print">
          <Row>
            <PrintButton label={t('proxy.slip.print')} />
            <ButtonLink href="/staff/proxy" look="second">
              {t('proxy.slip.next')}
            </ButtonLink>
          </Row>
        </div>
      </Stack>
    </Column>
  );
}
