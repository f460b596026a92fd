import type { OwnPlanning } from '#server/family-planning/schema/own.ts';
import { getText } from '../../../_text/server.ts';
import { Callout } from '../../../_ui/callout.tsx';
import { Section, Stack } from '../../../_ui/page-head.tsx';
import { AnswerPrompt, DeclinePrompt } from './own-actions.tsx';

/** Who will get in touch, about what, and when; and advice that the person may have or leave. */
export async function NextPart({ own }: { own: OwnPlanning }) {
  const { t, f } = await getText();
  const coming = own.followUps.filter((one) => one.state === 'open' || one.state === 'lost');
  return (
    <Section title={t('ownPlanning.next.title')}>
      {coming.length + own.prompts.length === 0 ? <p>{t('ownPlanning.next.none')}</p> : null}
      <Stack>
        {own.prompts.map(({ id, kind, eventOn, facilityName }) => (
          <Callout key={id} tone="info" title={t(`ownPlanning.prompt.offer.${kind}`, { day: f.isoDay(eventOn) })}>
            <Stack>
              <p>
                {facilityName ? t('ownPlanning.prompt.by', { facility: facilityName }) : t('ownPlanning.prompt.nobody')}
              </p>
              <AnswerPrompt id={id} facility={facilityName} />
            </Stack>
          </Callout>
        ))}
        {coming.map((one) => {
          const late = one.state === 'lost' ? 'lost' : one.overdue ? 'overdue' : 'due';
          return (
            <Callout key={one.id} tone={late === 'due' ? 'info' : 'wait'}>
              <p>
                {t(`ownPlanning.next.${late}`, {
                  what: t(`ownPlanning.ask.${one.about?.kind ?? one.kind}`),
                  from: f.isoDay(one.dueFrom),
                  to: f.isoDay(one.dueOn),
                  facility: one.facilityName,
                })}
              </p>
              {one.kind === 'advice' ? <DeclinePrompt id={one.subjectId} /> : null}
            </Callout>
          );
        })}
      </Stack>
    </Section>
  );
}
