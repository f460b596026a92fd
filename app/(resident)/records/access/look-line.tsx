import Link from 'next/link';
import type { z } from 'zod';
import type { lookView } from '#server/cases/schema.ts';
import type { Text } from '../../../_text/server.ts';
import { StatusBadge } from '../../../_ui/callout.tsx';
import { Row } from '../../../_ui/page-head.tsx';
import css from '../records.module.css';
import { AskWhy, KeepOut } from './look-actions.tsx';

type Props = { look: z.infer<typeof lookView>; text: Text; residentId: string; query: string };

/** One look: when, who from where, at what and why, and what can be done about it. */
export function LookLine({ look, text, residentId, query }: Props) {
  const { t, f } = text;
  const own = look.reason === 'self';
  const byWorker = look.actorKind === 'staff';
  return (
    <>
      <span className={css.when}>{f.stamp(look.at)}</span>
      <strong>
        {(own ? [t('me.why.self')] : [look.facilityName, look.actorName, word(text, 'me.actor', look.actorKind)])
          .filter(Boolean)
          .join(' · ')}
      </strong>
      <span>
        {[word(text, 'me.what', look.what), own ? '' : word(text, 'me.why', look.reason)].filter(Boolean).join(' · ')}
      </span>
      <span className={css.badges}>
        {look.reason === 'glass' ? <StatusBadge tone="wait">{t('privacy.look.glass')}</StatusBadge> : null}
        {look.denied ? <StatusBadge tone="stop">{t('privacy.look.keptOut')}</StatusBadge> : null}
        {look.caseStage ? (
          <Link href={`/records/cases${query}`} prefetch={false}>
            {t(`privacy.look.asked.${look.caseStage}`)}
          </Link>
        ) : null}
      </span>
      {byWorker || look.actorKind === 'official' ? (
        <Row>
          {look.caseStage ? null : <AskWhy residentId={residentId} eventId={look.id} />}
          {byWorker && !look.denied ? (
            <KeepOut residentId={residentId} eventId={look.id} name={look.actorName} />
          ) : null}
        </Row>
      ) : null}
    </>
  );
}

/** A known word in the reader's language; anything else as it was recorded. */
function word({ t }: Pick<Text, 't'>, group: 'me.actor' | 'me.what' | 'me.why', value: string): string {
  const key = `${group}.${value.split(':')[0]}` as 'me.actor.staff';
  return t.has(key) ? t(key) : value;
}
