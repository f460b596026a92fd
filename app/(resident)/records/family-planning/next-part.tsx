import type { OwnPlanning } from '#server/family-planning/schema/own.ts';
import { getText } from '../../../_text/server.ts';
import { Callout } from '../../../_ui/callout.tsx';
import { Section, Stack } from '../../../_ui/page-head.tsx';

/** Who will get in touch, about what, and when. */
export async function NextPart({ own }: { own: OwnPlanning }) {
  const { t, f } = await getText();
  const coming = own.followUps.filter((one) => one.state === 'open' || one.state === 'lost');
  return (
    <Section title={t('ownPlanning.next.title')}>
      {coming.length === 0 ? <p>{t('ownPlanning.next.none')}</p> : null}
      <Stack>
        {coming.map((one) => {
          const late = one.state === 'lost' ? 'lost' : one.overdue ? 'overdue' : 'due';
          return (
            <Callout key={one.id} tone={late === 'due' ? 'info' : 'wait'}>
              <p>
                {t(`ownPlanning.next.${late}`, {
                  what: t(`ownPlanning.ask.${one.kind}`),
                  from: f.isoDay(one.dueFrom),
                  to: f.isoDay(one.dueOn),
                  facility: one.facilityName,
                })}
              </p>
            </Callout>
          );
        })}
      </Stack>
    </Section>
  );
}
