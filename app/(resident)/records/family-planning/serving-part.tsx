import type { OwnPlanning } from '#server/family-planning/schema/own.ts';
import { getText } from '../../../_text/server.ts';
import { Section } from '../../../_ui/page-head.tsx';
import css from '../records.module.css';
import { TakeBack } from './own-actions.tsx';

/** Which centres may see and write, by the person's say, and the way to end it. */
export async function ServingPart({ serving }: { serving: OwnPlanning['serving'] }) {
  const { t, f } = await getText();
  return (
    <Section title={t('ownPlanning.serving.title')}>
      <p>{serving.length === 0 ? t('ownPlanning.serving.none') : t('ownPlanning.serving.lead')}</p>
      <ul className={css.lines}>
        {serving.map((one) => (
          <li key={one.facilityId}>
            <div className={css.entry}>
              <strong>{one.facilityName}</strong>
              <span className={css.small}>
                {[
                  t(`planning.enrol.saidShort.${one.said}`),
                  t('ownPlanning.serving.since', { day: f.isoDay(one.startedAt) }),
                ].join(' · ')}
              </span>
              <span>
                <TakeBack facilityId={one.facilityId} facility={one.facilityName} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
