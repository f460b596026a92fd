import Link from 'next/link';
import type { z } from 'zod';
import type { hereOutput } from '#server/navigation/schema/places.ts';
import { getText } from '../../../../_text/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import css from '../../../arrive/arrive.module.css';
import { minutes, placeName, wayPath } from '../../../arrive/place-words.ts';
import { RouteSteps } from '../../../arrive/route-steps.tsx';
import { TrustNote } from '../../../arrive/trust-note.tsx';

type Here = z.infer<typeof hereOutput>;

/** The way to the destination that was chosen, the other kind of way, and how far to trust it. */
export async function ChosenWay({ here, stepFree }: { here: Here; stepFree: boolean }) {
  const text = await getText();
  const { t } = text;
  const { route, to, facility } = here;
  if (!to) return null;
  return (
    <>
      {route ? (
        <>
          <p className={css.facts}>
            <b>{t('arrive.about', { minutes: minutes(route.seconds) })}</b>
            <span>{t(route.stepFree ? 'arrive.stepFree' : 'arrive.withSteps')}</span>
          </p>
          {stepFree && !route.stepFree ? <Callout tone="wait">{t('arrive.noStepFree')}</Callout> : null}
          <RouteSteps route={route} />
          <Callout tone="good" title={t('arrive.arrived', { place: placeName(text, to) })}>
            <p>{t('arrive.scanOn')}</p>
          </Callout>
        </>
      ) : (
        <Callout tone="wait" title={t('arrive.noWay')}>
          <p>{t('arrive.noWayText')}</p>
        </Callout>
      )}
      <div className={css.places}>
        {route && stepFree === route.stepFree ? (
          <Link href={wayPath(facility.id, here.here.id, { id: to.id, stepFree: !stepFree })} prefetch={false}>
            {t(stepFree ? 'arrive.wantQuickest' : 'arrive.wantStepFree')}
          </Link>
        ) : null}
      </div>
      <ButtonLink href={wayPath(facility.id, here.here.id)} look="second" wide prefetch={false}>
        {t('arrive.otherDestination')}
      </ButtonLink>
      <TrustNote {...here} />
    </>
  );
}
