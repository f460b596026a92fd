import type { CheckView } from '#server/family-planning/schema/check.ts';
import type { ResultView } from '#server/family-planning/schema/items.ts';
import { getText, type Text } from '../../../_text/server.ts';
import { EmptyState, StatusBadge } from '../../../_ui/callout.tsx';
import { Section } from '../../../_ui/page-head.tsx';
import css from '../records.module.css';

/** Checks before a pregnancy: in plain words what calls for attention, then every result with its range. */
export async function CheckPart({ checks }: { checks: CheckView[] }) {
  const { t, f } = await getText();
  return (
    <Section title={t('planning.check.title')}>
      {checks.length === 0 ? (
        <EmptyState title={t('ownPlanning.check.none')}>{t('ownPlanning.check.noneText')}</EmptyState>
      ) : (
        <p>{t('ownPlanning.check.lead')}</p>
      )}
      <ul className={css.lines}>
        {checks.map((check) => (
          <li key={check.id}>
            <Check check={check} t={t} f={f} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Words = Pick<Text, 't' | 'f'>;

function Check({ check, t, f }: { check: CheckView } & Words) {
  const odd = check.results.filter((one) => one.flag !== 'normal');
  return (
    <div className={css.entry}>
      <strong>{t(`ownPlanning.check.part.${check.part}`)}</strong>
      <span className={css.badges}>
        {check.grade ? (
          <StatusBadge tone={check.grade === 'usual' ? 'good' : 'wait'}>
            {t(`planning.check.grade.${check.grade}`)}
          </StatusBadge>
        ) : null}
      </span>
      <span className={css.small}>
        {[
          t('planning.check.started', { date: f.isoDay(check.startedOn) }),
          t('ownPlanning.check.progress', { done: check.done, of: check.of }),
          check.facilityName,
        ].join(' · ')}
      </span>
      {odd.length > 0 ? (
        <>
          <b>{t('ownPlanning.check.odd')}</b>
          <ul>
            {odd.map((one) => (
              <li key={one.code}>
                <Result one={one} t={t} />
                <p>{plain(one, t)}</p>
              </li>
            ))}
          </ul>
        </>
      ) : check.results.length > 0 ? (
        <p>{t('ownPlanning.check.allGood')}</p>
      ) : null}
      <p>{check.advice ? t('ownPlanning.check.advice', { text: check.advice }) : t('ownPlanning.check.ungraded')}</p>
      {check.gradedAt ? (
        <span className={css.small}>
          {t('ownPlanning.check.graded', { name: check.graderName, day: f.isoDay(check.gradedAt) })}
        </span>
      ) : null}
      {check.results.length > 0 ? (
        <details>
          <summary>{t('ownPlanning.check.all', { count: check.results.length })}</summary>
          <ul>
            {check.results.map((one) => (
              <li key={one.code}>
                <Result one={one} t={t} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function plain({ code }: ResultView, t: Text['t']): string {
  const key = `planning.plain.${code}` as 'planning.plain.history';
  return t.has(key) ? t(key) : '';
}

/** The value as typed, its unit and range, and a word where it lies outside. */
function Result({ one, t }: { one: ResultView; t: Text['t'] }) {
  const name = `planning.reading.${one.code}` as 'planning.reading.history';
  const word = `planning.value.${one.value}` as 'planning.value.positive';
  return (
    <span className={css.reading}>
      <span>{t.has(name) ? t(name) : one.code}</span>
      <span className={css.value}>
        {one.unit || !t.has(word) ? one.value : t(word)}
        {one.unit ? <small> {one.unit}</small> : null}
      </span>
      {one.flag === 'normal' ? null : <StatusBadge tone="wait">{t(`planning.flag.${one.flag}`)}</StatusBadge>}
      {one.low && one.high ? (
        <small className={css.small}>{t('ownPlanning.check.range', { low: one.low, high: one.high })}</small>
      ) : null}
    </span>
  );
}
