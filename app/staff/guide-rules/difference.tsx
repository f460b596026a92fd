import type { RuleContent } from '#server/navigation/learn/schema.ts';
import { getText, type Text } from '../../_text/server.ts';
import { Facts } from '../../_ui/table.tsx';
import css from './guide.module.css';
import { type Change, differenceOf } from './rule-difference.ts';
import { showTerms } from './rule-state.ts';

/** What a version changes, field by field; terms that came and went are marked in words too, not by colour alone. */
export async function Difference({ before, after }: { before: RuleContent; after: RuleContent }) {
  const { t } = await getText();
  const changes = differenceOf(before, after);
  if (changes.length === 0) return <p>{t('learn.rule.same')}</p>;
  return (
    <Facts
      facts={changes.map((change) => ({
        label: labelOf(change, t),
        value: (
          <div className={css.changes}>
            {change.removed.length > 0 ? (
              <p>
                {t('learn.rule.removed')} <del className={css.removed}>{showTerms(change.removed)}</del>
              </p>
            ) : null}
            {change.added.length > 0 ? (
              <p>
                {t('learn.rule.added')} <ins className={css.added}>{showTerms(change.added)}</ins>
              </p>
            ) : null}
            {change.removed.length + change.added.length === 0 ? (
              <>
                <p>
                  {t('learn.rule.before')} <del className={css.removed}>{wordOf(change, change.before, t)}</del>
                </p>
                <p>
                  {t('learn.rule.after')} <ins className={css.added}>{wordOf(change, change.after, t)}</ins>
                </p>
              </>
            ) : null}
          </div>
        ),
      }))}
    />
  );
}

const ofPattern = {
  age: 'age',
  sex: 'patternSex',
  pregnant: 'patternPregnant',
  maxDays: 'patternMaxDays',
  none: 'none',
};

function labelOf({ field, place: [n = 0, g = 0] }: Change, t: Text['t']): string {
  if (field === 'group') return t('learn.field.group', { n, g });
  const inPattern = ofPattern[field as keyof typeof ofPattern];
  return inPattern ? t(`learn.field.${inPattern as 'age'}`, { n }) : t(`learn.field.${field as 'nameZh'}`);
}

function wordOf({ field }: Change, value: string, t: Text['t']): string {
  if (value === '') return t('learn.rule.nothing');
  if (field === 'flag') return t(`learn.flag.${value as 'emergency'}`);
  if (field === 'sex') return t(`learn.field.${value as 'male'}`);
  if (field === 'pregnant') return t(value === 'true' ? 'learn.field.pregnantYes' : 'learn.field.pregnantNo');
  return value;
}
