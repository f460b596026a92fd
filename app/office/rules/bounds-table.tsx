import type { z } from 'zod';
import type { boundsView, provinceRulesOutput } from '#server/schedules/schema/province-rules.ts';
import { getText } from '../../_text/server.ts';
import { SimpleTable } from '../../_ui/table.tsx';
import { type RuleField, ruleFields, ruleValue } from '../../staff/rules/rule-fields.ts';

type Bounds = z.infer<typeof boundsView>;
type Props = { bounds: Bounds; values: z.infer<typeof provinceRulesOutput>['values']; before?: Bounds };

/** Every rule with its bounds and the value that holds without a hospital's own; `before` leaves out what stays. */
export async function BoundsTable({ bounds, values, before }: Props) {
  const { t } = await getText();
  const changed = (field: RuleField) =>
    before?.[field].min !== bounds[field].min || before?.[field].max !== bounds[field].max;
  return (
    <SimpleTable
      caption={t('rules.office.now')}
      rows={ruleFields.filter(changed)}
      rowKey={(field) => field}
      columns={[
        { key: 'r', label: t('rules.office.rule'), wide: true, cell: (field) => t(`rules.field.${field}`) },
        { key: 'l', label: t('rules.office.least'), align: 'end', cell: (field) => ruleValue(t, bounds[field].min) },
        { key: 'm', label: t('rules.office.most'), align: 'end', cell: (field) => ruleValue(t, bounds[field].max) },
        { key: 'u', label: t('rules.office.usual'), align: 'end', cell: (field) => ruleValue(t, values[field]) },
      ]}
    />
  );
}
