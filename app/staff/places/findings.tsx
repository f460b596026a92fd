import type { Finding } from '#server/navigation/schema/places.ts';
import { getText } from '../../_text/server.ts';
import { Callout } from '../../_ui/callout.tsx';
import { Section } from '../../_ui/page-head.tsx';
import css from './places.module.css';

const shown = 6;

/** What would send a visitor astray, the grave things in red. */
export async function Findings({ findings }: { findings: Finding[] }) {
  const { t } = await getText();
  if (findings.length === 0) return <Callout tone="good">{t('places.allGood')}</Callout>;
  return (
    <Section title={t('places.findings')}>
      <div className={css.findings}>
        {findings.map(({ rule, grave, names }) => {
          const named = names.filter(Boolean);
          const more = named.length > shown ? ` ${t('places.findingMore', { count: named.length })}` : '';
          return (
            <Callout key={rule} tone={grave ? 'stop' : 'wait'} title={t(`places.finding.${rule}`)}>
              {named.length > 0 ? (
                <p className={css.names}>
                  {named.slice(0, shown).join(' · ')}
                  {more}
                </p>
              ) : null}
            </Callout>
          );
        })}
      </div>
    </Section>
  );
}
