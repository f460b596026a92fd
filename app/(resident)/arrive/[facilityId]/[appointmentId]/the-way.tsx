import type { VisitPlan } from '#server/navigation/schema/itinerary.ts';
import { getText } from '../../../../_text/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { Section, Stack } from '../../../../_ui/page-head.tsx';
import css from '../../arrive.module.css';
import { minutes, placeName, wayPath } from '../../place-words.ts';
import { RouteSteps } from '../../route-steps.tsx';
import { TrustNote } from '../../trust-note.tsx';
import { EntranceDoor } from './entrance-door.tsx';

/** From the door to the room; without a map the place as the department words it. */
export async function TheWay({ plan, stepFree }: { plan: VisitPlan; stepFree: boolean }) {
  const text = await getText();
  const { t } = text;
  const { route, entrance } = plan;
  if (!route || !entrance)
    return <Callout tone="plain">{t('arrive.day.noMap', { place: plan.place || plan.departmentName })}</Callout>;
  return (
    <Section title={t('arrive.day.way')}>
      <Stack>
        <p>{t('arrive.day.wayFrom', { entrance: placeName(text, entrance) })}</p>
        <EntranceDoor entrance={entrance} facilityName={plan.facilityName} />
        {stepFree && !route.stepFree ? <Callout tone="wait">{t('arrive.noStepFree')}</Callout> : null}
        <p className={css.facts}>
          <b>{t('arrive.about', { minutes: minutes(route.seconds) })}</b>
          <span>{t(route.stepFree ? 'arrive.stepFree' : 'arrive.withSteps')}</span>
        </p>
        <RouteSteps route={route} />
        {stepFree === route.stepFree ? (
          <div className="no-print">
            <ButtonLink
              href={`/arrive/${plan.facilityId}/${plan.appointmentId}${stepFree ? '' : '?level=1'}`}
              look="second"
              wide
              prefetch={false}
            >
              {t(stepFree ? 'arrive.wantQuickest' : 'arrive.wantStepFree')}
            </ButtonLink>
          </div>
        ) : null}
        <TrustNote sample={plan.sample} overdue={plan.overdue} reviewBy={plan.reviewBy} />
        <div className="no-print">
          <ButtonLink href={wayPath(plan.facilityId, entrance.id)} look="quiet" prefetch={false}>
            {t('arrive.otherDestination')}
          </ButtonLink>
        </div>
      </Stack>
    </Section>
  );
}
