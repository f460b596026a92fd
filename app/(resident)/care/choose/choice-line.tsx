import Link from 'next/link';
import type { ChoiceRow, ReasonView } from '#server/navigation/schema/choose.ts';
import { getText, type Text } from '../../../_text/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { StatusBadge } from '../../../_ui/callout.tsx';
import { departmentPath } from '../../hospitals/facility-line.tsx';
import css from './choose.module.css';

type Props = { row: ChoiceRow; rank: number; person: string; lead: boolean };

/** One hospital: its reasons first, then the figures they rest on; what does not see this person stays, greyed. */
export async function ChoiceLine({ row, rank, person, lead }: Props) {
  const text = await getText();
  const { t, f } = text;
  const { earliest, share, travel, capability } = row;
  const path = departmentPath(row.departmentId);
  const book = earliest ? `/book/${row.facilityId}/${earliest.sessionId}${person ? `?person=${person}` : ''}` : null;
  return (
    <li id={`choice-${rank}`} className={css.row} data-closed={row.eligible.can ? undefined : ''}>
      <div className={css.head}>
        <span className={css.rank} aria-hidden="true">
          {rank}
        </span>
        <h2>
          <Link href={path} prefetch={false}>
            {row.facilityName}
          </Link>
        </h2>
        <span className={css.fine}>
          {row.departmentName} · {row.countyName || row.cityName}
          {row.sample ? ` · ${t('kit.sample')}` : ''}
        </span>
      </div>
      {row.eligible.can ? null : (
        <p>
          <StatusBadge tone="stop">
            {t(
              `advice.eligible.${row.eligible.rule}` as 'advice.eligible.women-only',
              row.eligible.params as { age: number },
            )}
          </StatusBadge>
        </p>
      )}
      <ul className={css.reasons}>
        {row.reasons.map((reason) => (
          <li key={reason.id} data-tone={reason.tone}>
            {wordReason(text, reason)}
          </li>
        ))}
      </ul>
      <dl className={css.figures}>
        <div>
          <dt>{t('care.travel')}</dt>
          <dd>
            {travel
              ? `${t('care.door.km', { km: travel.km })} · ${t('care.door.minutes', { count: travel.minutes })}`
              : t('care.unknown')}
          </dd>
        </div>
        <div>
          <dt>{t('care.earliest')}</dt>
          <dd>
            {earliest ? [f.day(earliest.date), earliest.practitionerName].filter(Boolean).join(' ') : t('care.noFree')}
          </dd>
        </div>
        <div>
          <dt>{t('care.share')}</dt>
          <dd>
            {share ? f.money(share.ownFen) : t('care.unknown')}
            {share ? <span className={css.fine}> {t('care.feeOf', { fee: f.money(share.feeFen) })}</span> : null}
          </dd>
        </div>
        <div>
          <dt>{t('care.capability')}</dt>
          <dd>
            {[
              t(`find.level${capability.level as 3}`),
              capability.specialist ? t('care.specialist') : '',
              capability.seniors > 0 ? t('care.seniors', { count: capability.seniors }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </dd>
        </div>
      </dl>
      {row.eligible.can ? (
        <div className={css.actions}>
          {book ? (
            <ButtonLink href={book} look={lead ? 'primary' : 'second'} prefetch={false}>
              {t('care.bookEarliest')}
            </ButtonLink>
          ) : null}
          <Link href={path} prefetch={false}>
            {t('care.otherDays')}
          </Link>
        </div>
      ) : null}
    </li>
  );
}

function wordReason({ t, f }: Text, { id, params }: ReasonView): string {
  const money = (value: string | number | undefined) => (typeof value === 'number' ? f.money(value) : '');
  const days = id === 'wait' ? String(params.more ?? '') : money(params.more);
  return t(`advice.reason.${id}` as 'advice.reason.dearer', {
    ...params,
    ...{ fen: money(params.fen), more: days, date: params.date ? f.day(String(params.date)) : '' },
  });
}
