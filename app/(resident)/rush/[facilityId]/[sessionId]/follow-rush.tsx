'use client';

import type { RushView } from '#server/rush/schema.ts';
import { useText } from '../../../../_text/client-text.tsx';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { Facts } from '../../../../_ui/table.tsx';
import { RushFull } from './rush-full.tsx';
import { type Asking, mayGoOn, useRush } from './use-rush.ts';

type Props = Asking & { book: string; first: RushView };

/** The own place, kept up to date; goes on to booking when the turn has come. */
export function FollowRush({ book, first, ...asking }: Props) {
  const { t, f } = useText();
  const { line, lost } = useRush(asking, first, (now) => {
    if (mayGoOn(now)) window.location.assign(book);
  });
  if (mayGoOn(line))
    return (
      <Callout tone="good" alert title={t('rush.now')}>
        <p>{t('rush.nowLead')}</p>
        <ButtonLink href={book} prefetch={false}>
          {t('rush.goOn')}
        </ButtonLink>
      </Callout>
    );
  if (line.free === 0) return <RushFull book={book} />;
  const release = f.moment(line.releaseAt);
  const isBefore = line.state === 'before';
  return (
    <Callout tone="wait" title={t(isBefore ? 'rush.before' : 'rush.waiting')}>
      <div role="status">
        {isBefore ? <p>{t('rush.beforeLead')}</p> : null}
        <Facts large facts={isBefore ? before() : waiting()} />
        {lost ? <p>{t('rush.lost')}</p> : null}
      </div>
      <p>{t('rush.goesOn')}</p>
      <p className="sub">{t('kit.updatedAt', { time: f.time(line.asOf) })}</p>
    </Callout>
  );

  function before() {
    return [
      { label: t('rush.release'), value: release },
      { label: t('rush.people'), value: t('rush.peopleValue', { people: f.number(line.people) }) },
    ];
  }

  function waiting() {
    const { place, ahead, turnFrom, turnTo, free } = line;
    const minutes = turnFrom ? Math.ceil((turnFrom.getTime() - line.asOf.getTime()) / 60_000) : 0;
    const span = turnFrom && turnTo ? f.span(turnFrom, turnTo) : '';
    return [
      { label: t('rush.place'), value: t('rush.placeValue', { place: f.number(place ?? 0) }) },
      { label: t('rush.ahead'), value: t('rush.aheadValue', { people: f.number(ahead ?? 0) }) },
      { label: t('rush.turn'), value: minutes <= 1 ? t('rush.turnSoon') : t('rush.turnIn', { minutes, span }) },
      { label: t('rush.free'), value: t('rush.freeValue', { count: free }) },
    ];
  }
}
