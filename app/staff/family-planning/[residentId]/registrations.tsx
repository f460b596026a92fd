import { fertilityRuleOn } from '#server/family-planning/eligibility/fertility.ts';
import type { RegistrationView } from '#server/family-planning/schema/registration.ts';
import { regionDay } from '#server/kernel/clock.ts';
import { getText } from '../../../_text/server.ts';
import { EmptyState, StatusBadge } from '../../../_ui/callout.tsx';
import { Section } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import css from '../../staff.module.css';
import { RegisterForm } from './register-form.tsx';

type Props = { residentId: string; registrations: RegistrationView[] };

/** What was declared, under which rule, until when; a new one may be entered while none is valid. */
export async function Registrations({ residentId, registrations }: Props) {
  const { t } = await getText();
  const rule = fertilityRuleOn(regionDay(new Date()));
  return (
    <Section title={t('planning.registration.title')} id="registrations">
      {rule ? (
        <p className={css.lead}>{t('planning.registration.rule', { from: rule.from, years: rule.validYears })}</p>
      ) : null}
      <SimpleTable
        caption={t('planning.registration.title')}
        rows={registrations}
        rowKey={(one) => one.id}
        empty={<EmptyState title={t('planning.registration.none')} />}
        columns={[
          {
            key: 'w',
            label: t('planning.registration.columns.what'),
            cell: (one) => t('planning.registration.child', { order: one.childOrder }),
          },
          { key: 'd', label: t('planning.registration.columns.day'), cell: (one) => one.registeredOn },
          {
            key: 'v',
            label: t('planning.registration.columns.valid'),
            cell: (one) => t('planning.registration.validUntil', { date: one.validUntil }),
          },
          {
            key: 'h',
            label: t('planning.registration.columns.where'),
            cell: (one) => `${t(`planning.registration.channel.${one.channel}`)} · ${one.facilityName}`,
          },
          {
            key: 's',
            label: t('planning.registration.columns.state'),
            cell: ({ state }) => (
              <StatusBadge tone={state === 'valid' ? 'good' : 'plain'}>
                {t(`planning.registration.state.${state}`)}
              </StatusBadge>
            ),
          },
        ]}
      />
      {rule && !registrations.some((one) => one.state === 'valid') ? (
        <RegisterForm residentId={residentId} asksMarriage={rule.asksMarriage} />
      ) : null}
    </Section>
  );
}
