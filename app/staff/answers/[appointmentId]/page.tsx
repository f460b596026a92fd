import type { Metadata } from 'next';
import { inLanguage } from '../../../_text/bilingual.ts';
import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { EmptyState } from '../../../_ui/callout.tsx';
import { Column, PageHead, Panel } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { Facts } from '../../../_ui/table.tsx';
import { wordFacts } from '../../../(resident)/care/word-facts.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('staff.day.told') };
}

/** What a patient agreed to show the doctor of this visit. That it was read is recorded for the patient to see. */
export default async function AnswersPage({ params }: PageInput<'appointmentId'>) {
  const { t, f, locale } = await getText();
  const { appointmentId } = await params;
  const answers = await load(
    `/staff/answers/${appointmentId}`,
    api().navigation.answers.ofPatient.query({ appointmentId }),
  );
  const fact = (label: string, value: string) => (value ? [{ label, value }] : []);
  const join = t('care.join');
  return (
    <Column>
      <PageHead
        title={t('staff.day.told')}
        back={{ href: '/staff', label: t('staff.day.title') }}
        lead={t('care.staffLead')}
      />
      {answers ? (
        <Panel>
          <Facts
            large
            facts={[
              ...fact(t('care.attachedFacts'), wordFacts(t, answers.facts)),
              ...fact(t('care.staffText'), answers.text),
              ...fact(t('care.attachedAdded'), answers.added.join(join)),
              ...fact(t('care.staffFlag'), answers.flag ? inLanguage(answers.flag, locale) : ''),
              ...fact(
                t('care.attachedAdvised'),
                answers.advised.map(({ name }) => inLanguage(name, locale)).join(join),
              ),
              ...fact(t('care.attachedAt'), f.stamp(answers.createdAt)),
            ]}
          />
        </Panel>
      ) : (
        <EmptyState title={t('care.staffNone')}>{t('care.staffNoneHint')}</EmptyState>
      )}
    </Column>
  );
}
