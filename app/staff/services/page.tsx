import type { Metadata } from 'next';
import { serviceKind } from '#server/navigation/schema/services.ts';
import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, getMe, load } from '../../_trpc/server.ts';
import { StatusBadge } from '../../_ui/callout.tsx';
import { PageHead, Panel, Stack } from '../../_ui/page-head.tsx';
import { mayKeepSessions } from '../duties.ts';
import css from '../staff.module.css';
import { ServiceForm } from './service-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('doors.title') };
}

/** The facility's doors that people need at any hour: what residents are told, who answers for it, since when. */
export default async function ServicesPage() {
  const { t, f } = await getText();
  const [me, own] = await load('/staff/services', Promise.all([getMe(), api().navigation.services.own.query()]));
  const mayKeep = me.kind === 'staff' && mayKeepSessions(me.roles);
  return (
    <TextProvider areas={['doors']}>
      <PageHead title={t('doors.title')} lead={t('doors.lead', { days: own.reviewDays })} />
      <Stack>
        {serviceKind.options.map((kind) => {
          const service = own.services.find((one) => one.kind === kind) ?? null;
          const state = !service ? 'absent' : service.open ? 'open' : 'shut';
          return (
            <Panel key={kind}>
              <div className={css.clinicHead}>
                <h2>{t(`care.kinds.${kind}`)}</h2>
                <StatusBadge tone={state === 'open' ? 'good' : 'plain'}>{t(`doors.${state}`)}</StatusBadge>
                {service?.stale ? (
                  <StatusBadge tone="wait">{t('doors.stale', { days: own.reviewDays })}</StatusBadge>
                ) : null}
                {service?.sample ? <StatusBadge tone="info">{t('doors.sample')}</StatusBadge> : null}
              </div>
              {service ? (
                <p className={css.aside}>
                  {t('doors.reviewed', { date: f.day(service.reviewedOn), owner: service.owner })}
                </p>
              ) : null}
              <ServiceForm kind={kind} service={service} blocked={mayKeep ? null : t('doors.readOnly')} />
            </Panel>
          );
        })}
      </Stack>
    </TextProvider>
  );
}
