import type { CheckView } from '#server/family-planning/schema/check.ts';
import { getText } from '../../../../../_text/server.ts';
import { StatusBadge } from '../../../../../_ui/callout.tsx';
import css from '../../../../staff.module.css';

/** What the readings add up to, in words the person understands; before that, what is still missing. */
export async function Grade({ check, missing }: { check: CheckView; missing: number }) {
  const { t, f } = await getText();
  const odd = check.results.filter((one) => one.flag !== 'normal').map((one) => one.code);
  return (
    <>
      {check.grade ? (
        <div className={css.clinicHead}>
          <StatusBadge tone={check.grade === 'raised' ? 'wait' : 'good'}>
            {t(`planning.check.grade.${check.grade}`)}
          </StatusBadge>
          <span className={css.aside}>
            {check.gradedAt
              ? t('planning.check.weighed', { name: check.graderName, date: f.isoDay(check.gradedAt) })
              : ''}
          </span>
        </div>
      ) : (
        <p className={css.lead}>
          {missing > 0 ? t('planning.check.missing', { count: missing }) : t('planning.check.weighLead')}
        </p>
      )}
      {odd.length > 0 ? (
        <ul className={css.list}>
          {odd.map((code) => (
            <li key={code}>{t(`planning.plain.${code as 'history'}`)}</li>
          ))}
        </ul>
      ) : null}
      {check.grade && check.advice ? <p className={`${css.strong} ${css.clinic}`}>{check.advice}</p> : null}
    </>
  );
}
