import { findTable } from '#server/family-planning/eligibility/tables.ts';
import type { OwnPlanning } from '#server/family-planning/schema/own.ts';
import { getText, type Text } from '../../../_text/server.ts';
import { EmptyState, StatusBadge } from '../../../_ui/callout.tsx';
import { Section } from '../../../_ui/page-head.tsx';
import css from '../records.module.css';

type Service = OwnPlanning['services'][number];

/** Contraceptive services with what was advised and by which edition, and what was asked afterwards. */
export async function ServicePart({ own }: { own: OwnPlanning }) {
  const { t, f } = await getText();
  const past = own.followUps.filter((one) => one.state === 'done');
  return (
    <>
      <Section title={t('planning.service.title')}>
        {own.services.length === 0 ? (
          <EmptyState title={t('ownPlanning.service.none')}>{t('ownPlanning.service.noneText')}</EmptyState>
        ) : (
          <ul className={css.lines}>
            {own.services.map((one) => (
              <li key={one.id}>
                <ServiceLine one={one} t={t} f={f} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {past.length > 0 ? (
        <Section title={t('planning.followUp.title')}>
          <ul className={css.lines}>
            {past.map((one) => (
              <li key={one.id}>
                <div className={css.entry}>
                  <strong>{t(`ownPlanning.ask.${one.about?.kind ?? one.kind}`)}</strong>
                  {one.outcome ? <span>{t(`planning.outcome.${one.outcome}`)}</span> : null}
                  <span className={css.small}>
                    {[one.endedAt ? f.isoDay(one.endedAt) : '', one.workerName, one.facilityName]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function ServiceLine({ one, t, f }: { one: Service } & Pick<Text, 't' | 'f'>) {
  const advice = t(`planning.advice.${one.advice}`);
  const judged = one.category ? t('planning.category', { category: one.category, advice }) : advice;
  const begun = one.method !== 'none' && one.need !== 'stop';
  const table = begun ? findTable(one.eligibilityTable) : null;
  return (
    <div className={css.entry}>
      <strong>{titleOf(one, t)}</strong>
      {begun ? (
        <span className={css.badges}>
          <StatusBadge tone={one.advice === 'accept' ? 'good' : 'info'}>{judged}</StatusBadge>
        </span>
      ) : null}
      <span>
        {[
          begun ? t(`planning.service.need.${one.need}`) : '',
          one.desiredMethod === one.method || one.need === 'stop'
            ? ''
            : t('ownPlanning.service.wanted', { method: t(`planning.method.${one.desiredMethod}`) }),
          one.quantity > 0 ? t('ownPlanning.service.issued', { count: one.quantity }) : '',
          one.clinician ? t('planning.service.decided', { name: one.clinician }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={css.small}>{[f.isoDay(one.servedOn), one.workerName, one.facilityName].join(' · ')}</span>
      {table ? <span className={css.small}>{t('ownPlanning.service.table', { edition: table.source })}</span> : null}
    </div>
  );
}

/** What was begun or goes on; what was stopped is called by its name, too. */
function titleOf({ need, method, desiredMethod }: Service, t: Text['t']): string {
  if (need === 'stop') return t('ownPlanning.service.ended', { method: t(`planning.method.${desiredMethod}`) });
  return method === 'none' ? t('ownPlanning.service.put') : t(`planning.method.${method}`);
}
