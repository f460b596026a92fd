import type { OwnPlanning } from '#server/family-planning/schema/own.ts';
import { getText } from '../../../_text/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { EmptyState, StatusBadge } from '../../../_ui/callout.tsx';
import { Section } from '../../../_ui/page-head.tsx';
import css from '../records.module.css';
import { Withdraw } from './own-actions.tsx';

/** Declared where, valid until when; taken back without a reason. */
export async function RegistrationPart({ own }: { own: OwnPlanning }) {
  const { t, f } = await getText();
  const declare = (
    <ButtonLink href="/records/family-planning/declare">{t('ownPlanning.registration.declare')}</ButtonLink>
  );
  const valid = own.registrations.some((one) => one.state === 'valid');
  return (
    <Section title={t('planning.registration.title')}>
      {own.registrations.length === 0 ? (
        <EmptyState title={t('ownPlanning.registration.none')} action={declare}>
          {t('ownPlanning.registration.noneText')}
        </EmptyState>
      ) : (
        <ul className={css.lines}>
          {own.registrations.map((one) => (
            <li key={one.id}>
              <div className={css.entry}>
                <strong>{t('ownPlanning.registration.line', { order: one.childOrder })}</strong>
                <span className={css.badges}>
                  <StatusBadge tone={one.state === 'valid' ? 'good' : 'plain'}>
                    {t(`planning.registration.state.${one.state}`)}
                  </StatusBadge>
                </span>
                <span>{t('planning.registration.validUntil', { date: f.isoDay(one.validUntil) })}</span>
                <span className={css.small}>
                  {t('ownPlanning.registration.registered', {
                    day: f.isoDay(one.registeredOn),
                    facility: one.facilityName,
                  })}
                </span>
                {one.state === 'valid' ? (
                  <span>
                    <Withdraw id={one.id} />
                  </span>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      )}
      {own.registrations.length > 0 && !valid ? declare : null}
    </Section>
  );
}
