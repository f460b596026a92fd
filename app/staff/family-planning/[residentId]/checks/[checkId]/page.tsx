import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { missingOf } from '#server/family-planning/rules/readings.ts';
import { itemsFor } from '#server/family-planning/schema/items.ts';
import { getText } from '../../../../../_text/server.ts';
import { TextProvider } from '../../../../../_text/text-provider.tsx';
import { PageHead, Panel, Section } from '../../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../../_ui/page-input.ts';
import { loadSheet } from '../../load-sheet.ts';
import { NotOpen } from '../../not-open.tsx';
import { Grade } from './grade.tsx';
import { GradeForm } from './grade-form.tsx';
import { ResultsForm } from './results-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('planning.check.title') };
}

/** One person's check: readings item by item, then what they add up to and the advice given. */
export default async function CheckPage({ params }: PageInput<'residentId' | 'checkId'>) {
  const { t } = await getText();
  const { residentId, checkId } = await params;
  const found = await loadSheet(residentId);
  if ('trouble' in found) return <NotOpen trouble={found.trouble} />;
  const { person, checks } = found.sheet;
  const check = checks.find((one) => one.id === checkId);
  if (!check) notFound();
  const missing = missingOf(check.part, check.results).length;
  const lead = [
    t('planning.check.started', { date: check.startedOn }),
    check.facilityName,
    t('planning.check.progress', { done: check.done, of: check.of }),
    check.closedAs ? t(`planning.check.closed.${check.closedAs}`) : '',
  ];
  return (
    <TextProvider areas={['planning']}>
      <PageHead
        title={t('planning.check.title')}
        back={{ href: `/staff/family-planning/${residentId}`, label: t('planning.openFor', { name: person.name }) }}
        lead={lead.filter(Boolean).join(' · ')}
      />
      <Section title={t('planning.check.weigh')} id="grade">
        <Panel>
          <Grade check={check} missing={missing} />
          {!check.closedAs && missing === 0 ? (
            <GradeForm residentId={residentId} checkId={checkId} advice={check.advice} />
          ) : null}
        </Panel>
      </Section>
      <Section title={t('planning.check.results')} id="results">
        <ResultsForm
          residentId={residentId}
          checkId={checkId}
          part={check.part}
          items={itemsFor(check.part).filter((item) => item.readings.length > 0)}
          results={check.results}
          over={check.closedAs ? t(`planning.check.closed.${check.closedAs}`) : null}
        />
      </Section>
    </TextProvider>
  );
}
