import type { RuleContent } from '#server/navigation/learn/schema.ts';
import type { Pattern } from '#server/navigation/understand/schema.ts';
import { getText, type Text } from '../../_text/server.ts';
import { Facts } from '../../_ui/table.tsx';
import css from './guide.module.css';
import { showTerms } from './rule-state.ts';

/** A rule as its editors read it: names, reasons, and every situation in which it applies. */
export async function RuleText({ rule }: { rule: RuleContent }) {
  const { t } = await getText();
  const { kind, content } = rule;
  const patterns = kind === 'setting' ? [] : content.patterns;
  return (
    <Facts
      facts={[
        { label: t('learn.field.id'), value: <span className="digits">{content.id}</span> },
        ...(kind === 'red-flag' ? [{ label: t('learn.field.flag'), value: t(`learn.flag.${content.kind}`) }] : []),
        ...(kind === 'setting'
          ? [{ label: t('learn.field.value'), value: <b className="digits">{content.value}</b> }]
          : []),
        { label: t('learn.field.nameZh'), value: content.name.zh },
        { label: t('learn.field.nameEn'), value: content.name.en },
        { label: t('learn.field.reasonZh'), value: content.reason.zh },
        { label: t('learn.field.reasonEn'), value: content.reason.en },
        { label: t('learn.field.source'), value: content.source },
        { label: t('learn.field.validFrom'), value: <span className="digits">{content.validFrom}</span> },
        ...(kind === 'advice'
          ? [
              {
                label: t('learn.field.effects'),
                value: content.effects
                  .map(({ label, weight }) => `${label} ${weight > 0 ? '+' : ''}${weight}`)
                  .join('、'),
              },
            ]
          : []),
        ...patterns.map((pattern, i) => ({
          label: t('learn.field.pattern', { n: i + 1 }),
          value: <PatternText pattern={pattern} t={t} />,
        })),
      ]}
    />
  );
}

function PatternText({ pattern, t }: { pattern: Pattern; t: Text['t'] }) {
  const { all, none, ageMonths, sex, pregnant, maxDays } = pattern;
  const conditions = [
    ageMonths?.min === undefined ? '' : `${t('learn.field.from')} ${ageMonths.min}`,
    ageMonths?.max === undefined ? '' : `${t('learn.field.below')} ${ageMonths.max}`,
    sex ? `${t('learn.field.sex')} ${t(`learn.field.${sex}`)}` : '',
    pregnant === undefined ? '' : t(pregnant ? 'learn.field.pregnantYes' : 'learn.field.pregnantNo'),
    maxDays === undefined ? '' : `${t('learn.field.maxDays')} ${maxDays}`,
  ].filter(Boolean);
  return (
    <div className={css.terms}>
      {all.map((terms, g) => (
        <p key={showTerms(terms)}>
          <span className={css.under}>{t('learn.field.groupLabel', { g: g + 1 })}</span>
          {showTerms(terms)}
        </p>
      ))}
      {none ? (
        <p>
          <span className={css.under}>{t('learn.field.noneLabel')}</span>
          {showTerms(none)}
        </p>
      ) : null}
      {conditions.length > 0 ? <p>{conditions.join(' · ')}</p> : null}
    </div>
  );
}
