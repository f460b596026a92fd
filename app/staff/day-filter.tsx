import { getText } from '../_text/server.ts';
import { Button } from '../_ui/button.tsx';
import { SelectField, TextField } from '../_ui/field.tsx';
import css from './staff.module.css';

/** Which day and department: a plain form, so it works before any script has come. */
export async function DayFilter(props: {
  path: string;
  date: string;
  departmentId: string | undefined;
  departments: { id: string; name: string }[];
}) {
  const { t } = await getText();
  const all = { value: '', label: t('staff.day.allDepartments') };
  return (
    <form action={props.path} className={`${css.filters} no-print`}>
      <TextField
        key={props.date}
        label={t('staff.day.date')}
        name="date"
        type="date"
        defaultValue={props.date}
        required
      />
      <SelectField
        key={`d${props.departmentId}`}
        label={t('staff.day.department')}
        name="department"
        defaultValue={props.departmentId ?? ''}
        choices={[all, ...props.departments.map((d) => ({ value: d.id, label: d.name }))]}
      />
      <Button type="submit" look="second">
        {t('staff.day.show')}
      </Button>
    </form>
  );
}
