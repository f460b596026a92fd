import type { z } from 'zod';
import type { conductOutput } from '#server/conduct/schema.ts';
import { getText } from '../../../_text/server.ts';
import { Callout, StatusBadge } from '../../../_ui/callout.tsx';
import { Panel, Section, Stack } from '../../../_ui/page-head.tsx';
import { StrikePanel } from './strike-panel.tsx';

type Conduct = z.infer<typeof conductOutput>;
type Props = { person: Conduct['people'][number] } & Pick<Conduct, 'rules' | 'appealDays'>;

/** One person: the running count and what the next would lead to, a pause in force, and every missed visit. */
export async function PersonConduct({ person, rules, appealDays }: Props) {
  const { t, f } = await getText();
  const left = rules.strikesMax - person.live;
  return (
    <Section
      title={person.name}
      side={
        <StatusBadge tone={person.live === 0 ? 'good' : 'wait'}>
          {person.live === 0 ? t('conduct.none') : t('conduct.count', { count: person.live, limit: rules.strikesMax })}
        </StatusBadge>
      }
    >
      <Stack>
        {person.pauses.map((pause) => (
          <Callout
            key={`${pause.facilityName} ${pause.endsAt.toISOString()}`}
            tone="stop"
            title={t(`conduct.paused.${pause.scope}`, {
              time: f.moment(pause.endsAt),
              facility: pause.facilityName ?? '',
            })}
          >
            <p>{t('conduct.paused.lead')}</p>
          </Callout>
        ))}
        {person.live > 0 && person.pauses.length === 0 && left > 0 ? <p>{t('conduct.countNext', { left })}</p> : null}
        {person.strikes.map((strike) => (
          <StrikePanel key={strike.appointmentId} {...{ strike, appealDays }} residentId={person.residentId} />
        ))}
        {person.givenBack > 0 ? (
          <Panel>
            {t('conduct.gaveBack', { count: person.givenBack, days: rules.cancelDays, limit: rules.cancelsMax })}
          </Panel>
        ) : null}
      </Stack>
    </Section>
  );
}
