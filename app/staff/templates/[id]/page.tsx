import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { addDays, regionDay } from '#server/kernel/clock.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../_trpc/server.ts';
import { Column, PageHead, Section } from '../../../_ui/page-head.tsx';
import { mayKeepSessions } from '../../duties.ts';
import { EndTemplate } from './end-template.tsx';
import { TemplateForm } from './template-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('plan.templates.title') };
}

/** One weekly template: /staff/templates/new makes one. */
export default async function TemplatePage({ params }: { params: Promise<{ id: string }> }) {
  const { t } = await getText();
  const { id } = await params;
  const [me, list, directory] = await load(
    `/staff/templates/${id}`,
    Promise.all([getMe(), api().schedules.templates.query(), api().schedules.staffDirectory.query()]),
  );
  const template = id === 'new' ? null : list.templates.find((row) => row.id === id);
  if (template === undefined) notFound();
  const today = regionDay(new Date());
  const blocked = mayKeepSessions(me.roles)
    ? null
    : t('clinic.session.because', { reason: t('clinic.session.why.role') });
  return (
    <Column>
      <PageHead
        back={{ href: '/staff/templates', label: t('plan.templates.title') }}
        title={t(template ? 'plan.form.editTitle' : 'plan.form.newTitle')}
        lead={t('plan.templates.lead')}
      />
      <TextProvider areas={['plan', 'clinic', 'draw']}>
        <TemplateForm
          template={template}
          directory={directory.departments}
          tomorrow={addDays(today, 1)}
          blocked={blocked}
        />
        {template ? (
          <Section title={t('plan.form.end')}>
            <EndTemplate id={template.id} today={today} blocked={blocked} />
          </Section>
        ) : null}
      </TextProvider>
    </Column>
  );
}
