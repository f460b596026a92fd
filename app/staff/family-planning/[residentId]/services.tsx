import type { ServiceView } from '#server/family-planning/schema/service.ts';
import { getText } from '../../../_text/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { EmptyState } from '../../../_ui/callout.tsx';
import { Section } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';

/** What was wanted, what the person left with, and what the table said of it. */
export async function Services({ residentId, services }: { residentId: string; services: ServiceView[] }) {
  const { t } = await getText();
  const add = (
    <ButtonLink href={`/staff/family-planning/${residentId}/service`}>{t('planning.service.add')}</ButtonLink>
  );
  const issued = ({ quantity, lot }: ServiceView) =>
    quantity === 0
      ? ''
      : lot
        ? t('planning.service.issued', { count: quantity, lot })
        : t('planning.service.issuedBare', { count: quantity });
  const wanted = ({ need, desiredMethod, method }: ServiceView) => {
    const name = t(`planning.method.${desiredMethod}`);
    if (need === 'stop') return name;
    return desiredMethod === method ? '' : t('planning.service.wanted', { method: name });
  };
  return (
    <Section title={t('planning.service.title')} id="services" side={services.length > 0 ? add : undefined}>
      <SimpleTable
        caption={t('planning.service.title')}
        rows={services}
        rowKey={(one) => one.id}
        empty={<EmptyState title={t('planning.service.none')} action={add} />}
        columns={[
          { key: 'd', label: t('planning.service.columns.day'), cell: (one) => one.servedOn },
          {
            key: 'w',
            label: t('planning.service.columns.what'),
            cell: (one) => [t(`planning.service.need.${one.need}`), wanted(one)].filter(Boolean).join(' · '),
          },
          {
            key: 'm',
            label: t('planning.service.columns.method'),
            wide: true,
            cell: (one) => [t(`planning.method.${one.method}`), issued(one), one.note].filter(Boolean).join(' · '),
          },
          { key: 'j', label: t('planning.service.columns.judged'), cell: (one) => <Judged service={one} /> },
          {
            key: 'b',
            label: t('planning.service.columns.by'),
            cell: (one) => t('planning.service.by', { name: one.workerName, facility: one.facilityName }),
          },
        ]}
      />
    </Section>
  );
}

/** The category and class of the method that was left with, and who decided where the table does not. */
async function Judged({ service }: { service: ServiceView }) {
  const { t } = await getText();
  const { category, advice, clinician, clinicianReason, method, need } = service;
  if (method === 'none' || need === 'stop') return '—';
  const words = t(`planning.advice.${advice}`);
  const verdict = category ? t('planning.category', { category, advice: words }) : words;
  const decided = clinician ? t('planning.service.decided', { name: clinician }) : '';
  return [verdict, decided, clinicianReason].filter(Boolean).join(' · ');
}
