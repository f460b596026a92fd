import type { Metadata } from 'next';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { Column, PageHead, Panel, Section, Stack } from '../../../_ui/page-head.tsx';
import { PersonConduct } from './person-conduct.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('conduct.title') };
}

/** What counts against oneself and the family, with its evidence, what follows from it, and the way to appeal. */
export default async function ConductPage() {
  const { t, f } = await getText();
  const { people, rules, appealDays, asOf } = await load('/me/conduct', api().conduct.mine.query());
  return (
    <Column>
      <PageHead
        title={t('conduct.title')}
        lead={t('conduct.lead')}
        back={{ href: '/me', label: t('me.title') }}
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      <TextProvider areas={['conduct']}>
        <Stack>
          {people.map((person) => (
            <PersonConduct key={person.residentId} {...{ person, rules, appealDays }} />
          ))}
        </Stack>
      </TextProvider>
      <Section title={t('conduct.rules')}>
        <Panel>
          <Stack>
            <p>{t('conduct.rule', { limit: rules.strikesMax, days: rules.strikeDays, ban: rules.banDays })}</p>
            <p>{t('conduct.ruleBack', { limit: rules.cancelsMax, days: rules.cancelDays })}</p>
            <p>{t('conduct.ruleLead')}</p>
          </Stack>
        </Panel>
      </Section>
    </Column>
  );
}
