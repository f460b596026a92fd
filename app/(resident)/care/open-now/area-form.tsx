import { getText } from '../../../_text/server.ts';
import { Button } from '../../../_ui/button.tsx';
import { SelectField } from '../../../_ui/field.tsx';
import type { City } from '../care-flow.tsx';
import own from './open-now.module.css';

type Props = { kind: string; region: string; here: string; cities: City[] };

/** From where to look; a plain form. */
export async function AreaForm({ kind, region, here, cities }: Props) {
  const { t } = await getText();
  return (
    <form action="/care/open-now" className={own.area}>
      <input type="hidden" name="kind" value={kind} />
      <SelectField
        {...{ name: 'region', label: t('care.origin'), defaultValue: region }}
        choices={[
          { value: '', label: here && !region ? here : t('care.originCity') },
          ...cities.map((city) => ({ value: city.code, label: city.name })),
        ]}
      />
      <Button type="submit" look="second">
        {t('care.originApply')}
      </Button>
    </form>
  );
}
