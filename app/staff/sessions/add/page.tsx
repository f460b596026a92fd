import type { Metadata } from 'next';
import { addDays, regionDay } from '#server/kernel/clock.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../_trpc/server.ts';
import { Column, PageHead } from '../../../_ui/page-head.tsx';
import { dayParam, mayKeepSessions, type Query } from '../../duties.ts';
import { AddForm } from './add-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('clinic.add.title') };
}

/** 加班: one session outside the weekly plan. */
export default async function AddSessionPage({ searchParams }: { searchParams: Query }) {
  const { t } = await getText();
  const today = regionDay(new Date());
  const date = dayParam((await searchParams).date, addDays(today, 1));
  const [me, directory] = await load(
    '/staff/sessions/add',
    Promise.all([getMe(), api().schedules.staffDirectory.query()]),
  );
  const blocked = mayKeepSessions(me.roles)
    ? null
    : t('clinic.session.because', { reason: t('clinic.session.why.role') });
  return (
    <Column>
      <PageHead
        back={{ href: `/staff/calendar?from=${date}`, label: t('clinic.session.back') }}
        title={t('clinic.add.title')}
        lead={t('clinic.add.lead')}
      />
      <TextProvider areas={['clinic', 'plan']}>
        <AddForm directory={directory.departments} date={date} today={today} blocked={blocked} />
      </TextProvider>
    </Column>
  );
}
