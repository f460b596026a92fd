import type { Metadata } from 'next';
import { getText } from '../../../../../_text/server.ts';
import { TextProvider } from '../../../../../_text/text-provider.tsx';
import { api, load } from '../../../../../_trpc/server.ts';
import { Callout, EmptyState, StatusBadge } from '../../../../../_ui/callout.tsx';
import { Column, PageHead, Panel, Section } from '../../../../../_ui/page-head.tsx';
import { Facts } from '../../../../../_ui/table.tsx';
import { tones } from '../../tones.ts';
import { CallForm } from './call-form.tsx';
import { PhoneNumber } from './phone-number.tsx';
import { PlaceForm } from './place-form.tsx';

type Props = { params: Promise<{ id: string; appointmentId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('stoppage.person.title') };
}

/** One person who lost a number: call, note the outcome, book another one. */
export default async function PersonPage({ params }: Props) {
  const { t, f } = await getText();
  const { id, appointmentId } = await params;
  const path = `/staff/stoppages/${id}/people/${appointmentId}`;
  const { person: p, choices } = await load(path, api().stoppages.person.query({ appointmentId }));
  const when = p.newWindowStart ? f.moment(p.newWindowStart) : '';
  return (
    <TextProvider areas={['stoppage']}>
      <Column>
        <PageHead
          back={{ href: `/staff/stoppages/${id}`, label: t('stoppage.person.back') }}
          title={p.residentName}
          side={<StatusBadge tone={tones[p.outcome]}>{t(`stoppage.outcome.${p.outcome}`)}</StatusBadge>}
        />
        <Panel>
          <Facts
            facts={[
              {
                label: t('stoppage.person.wasAt'),
                value: t('stoppage.report.lostNumber', { time: f.moment(p.windowStart), number: p.ticketNumber }),
              },
              {
                label: t('stoppage.whose'),
                value: [p.departmentName, p.practitionerName].filter(Boolean).join(' · '),
              },
              {
                label: t('stoppage.report.phone'),
                value: <PhoneNumber appointmentId={appointmentId} masked={p.phoneMasked} />,
              },
              ...(p.lastCall && p.lastCallAt
                ? [
                    {
                      label: t('stoppage.report.calls'),
                      value: t('stoppage.report.callsNote', {
                        ...{ count: p.calls, time: f.moment(p.lastCallAt) },
                        outcome: t(`stoppage.person.${p.lastCall}`),
                      }),
                    },
                  ]
                : []),
            ]}
          />
        </Panel>
        {p.outcome === 'placed' ? (
          <Callout tone="good">
            <p>{t('stoppage.person.placed', { time: when })}</p>
          </Callout>
        ) : (
          <>
            {p.outcome === 'offered' && p.offerUntil ? (
              <Callout tone="wait">
                <p>{t('stoppage.person.offered', { time: when, until: f.moment(p.offerUntil) })}</p>
              </Callout>
            ) : null}
            <Section title={t('stoppage.person.callTitle')}>
              <Panel>
                <CallForm appointmentId={appointmentId} />
              </Panel>
            </Section>
            <Section title={t('stoppage.person.placeTitle')}>
              {choices.length === 0 ? (
                <EmptyState title={t('stoppage.person.noChoices')}>{t('stoppage.person.noChoicesText')}</EmptyState>
              ) : (
                <Panel>
                  <PlaceForm
                    appointmentId={appointmentId}
                    choices={choices.map((c) => ({
                      value: c.sessionId,
                      label: t('stoppage.person.choice', {
                        ...{ time: f.visit(c.startsAt, c.endsAt), fee: f.money(c.feeFen) },
                        who: [c.practitionerName ?? t('clinic.anyDoctor'), c.practitionerTitle]
                          .filter(Boolean)
                          .join(' '),
                        type: t(`clinic.numberType.${c.numberType}`),
                      }),
                      hint: t('stoppage.person.choiceFree', { free: c.free }),
                    }))}
                  />
                </Panel>
              )}
            </Section>
          </>
        )}
      </Column>
    </TextProvider>
  );
}
