import type { Metadata } from 'next';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { VisitTime } from '../../../../_text/visit-time.tsx';
import { api, load } from '../../../../_trpc/server.ts';
import { Column, PageHead, Panel, Section } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { Facts } from '../../../../_ui/table.tsx';
import css from '../../arrive.module.css';
import { PreparationList } from '../../preparation-list.tsx';
import day from './day.module.css';
import { FollowDay, PrintDay } from './follow-day.tsx';
import { StepList } from './step-list.tsx';
import { TheWay } from './the-way.tsx';

type Props = PageInput<'facilityId' | 'appointmentId'>;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('arrive.day.title') };
}

/** 导诊单: what to bring, the steps with their state, and the way to the right door; also on paper. */
export default async function VisitDayPage({ params, searchParams }: Props) {
  const { t, f } = await getText();
  const { facilityId, appointmentId } = await params;
  const stepFree = (await searchParams).level === '1';
  const path = `/arrive/${facilityId}/${appointmentId}`;
  const wish = { facilityId, appointmentId, stepFree };
  const plan = await load(path, api().navigation.arrive.visit.query(wish));
  return (
    <TextProvider areas={['arrive']}>
      <div className={day.day}>
        <Column>
          <PageHead
            title={t('arrive.day.title')}
            back={{ href: `/appointments/${facilityId}/${appointmentId}`, label: t('arrive.day.back') }}
            lead={t('arrive.day.lead', { name: plan.residentName, facility: plan.facilityName })}
          />
          <Panel>
            <Facts
              facts={[
                { label: t('book.time'), value: <VisitTime start={plan.windowStart} end={plan.windowEnd} /> },
                { label: t('book.department'), value: [plan.departmentName, plan.place].filter(Boolean).join(' · ') },
                { label: t('visits.numberLabel'), value: t('visits.number', { number: plan.ticketNumber }) },
                { label: t('visits.code'), value: `${plan.code.slice(0, 4)} ${plan.code.slice(4)}` },
              ]}
            />
          </Panel>
          <Section title={t('arrive.prepare.title')}>
            <PreparationList preparation={plan.preparation} />
          </Section>
          <Section title={t('arrive.day.steps')}>
            <p className={css.note}>{t(plan.today ? 'arrive.day.stepsLead' : 'arrive.day.notToday')}</p>
            <StepList plan={plan} stepFree={stepFree} />
            <FollowDay {...wish} version={plan.version} text={t('arrive.day.updated', { time: f.time(plan.asOf) })} />
          </Section>
          <TheWay plan={plan} stepFree={stepFree} />
          <Section>
            <PrintDay />
          </Section>
        </Column>
      </div>
    </TextProvider>
  );
}
