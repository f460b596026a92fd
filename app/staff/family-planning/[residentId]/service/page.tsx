import type { Metadata } from 'next';
import { type ConditionGroup, conditionGroups, mayHave } from '#server/family-planning/eligibility/conditions.ts';
import type { Sheet } from '#server/family-planning/schema/desk.ts';
import { methodsFor } from '#server/family-planning/schema/methods.ts';
import { regionDay } from '#server/kernel/clock.ts';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api, load } from '../../../../_trpc/server.ts';
import { PageHead, Panel } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { loadSheet } from '../load-sheet.ts';
import { NotOpen } from '../not-open.tsx';
import { ServiceForm } from './service-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('planning.service.add') };
}

/** One contraceptive service, from the wish to what the person leaves with. */
export default async function ServicePage({ params }: PageInput<'residentId'>) {
  const { t } = await getText();
  const { residentId } = await params;
  const found = await loadSheet(residentId);
  if ('trouble' in found) return <NotOpen trouble={found.trouble} />;
  const { person, asOf, services } = found.sheet;
  const { items } = await load('/staff/family-planning', api().familyPlanning.stock.view.query({}));
  const using = services[0]?.method;
  return (
    <>
      <PageHead
        title={t('planning.service.add')}
        back={{ href: `/staff/family-planning/${residentId}`, label: t('planning.openFor', { name: person.name }) }}
        lead={t('planning.service.lead')}
      />
      <Panel>
        <TextProvider areas={['planning', 'planningStock', 'eligibility']}>
          <ServiceForm
            residentId={residentId}
            today={regionDay(asOf)}
            groups={groupsFor(person.sex)}
            methods={methodsFor(person.sex)}
            kept={items}
            using={using === 'none' ? undefined : using}
          />
        </TextProvider>
      </Panel>
    </>
  );
}

/** Conditions that this person can have, but age, which the record knows. */
function groupsFor(sex: Sheet['person']['sex']) {
  return (Object.keys(conditionGroups) as ConditionGroup[])
    .filter((group) => group !== 'age')
    .map((group) => ({ group, conditions: conditionGroups[group].filter((one) => mayHave(sex, one)) }))
    .filter(({ conditions }) => conditions.length > 0);
}
