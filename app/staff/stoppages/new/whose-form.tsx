import type { z } from 'zod';
import type { staffDirectoryOutput } from '#server/schedules/schema/console.ts';
import { getText } from '../../../_text/server.ts';
import { Button } from '../../../_ui/button.tsx';
import { SelectField, TextField } from '../../../_ui/field.tsx';
import { Panel, Row, Stack } from '../../../_ui/page-head.tsx';

type Props = {
  path: string;
  directory: z.infer<typeof staffDirectoryOutput>;
  chosen: { departmentId: string | undefined; practitionerId: string | undefined };
  from: string;
  to: string;
};

/** A plain form, so that it works before any script has come; its answer is the same page with what it means. */
export async function WhoseForm({ path, directory, chosen, from, to }: Props) {
  const { t } = await getText();
  const none = { value: '', label: t('stoppage.new.choose') };
  const doctors = new Map(
    directory.departments.flatMap((d) => d.practitioners.map((p) => [p.id, `${p.name} ${p.title} · ${d.name}`])),
  );
  return (
    <Panel>
      <form action={path}>
        <Stack>
          <SelectField
            key={`d${chosen.departmentId}`}
            label={t('stoppage.new.department')}
            name="department"
            defaultValue={chosen.departmentId ?? ''}
            choices={[none, ...directory.departments.map((d) => ({ value: d.id, label: d.name }))]}
          />
          <SelectField
            key={`p${chosen.practitionerId}`}
            label={t('stoppage.new.doctor')}
            name="doctor"
            defaultValue={chosen.practitionerId ?? ''}
            choices={[none, ...[...doctors].map(([value, label]) => ({ value, label }))]}
          />
          <Row>
            <TextField label={t('stoppage.new.from')} name="from" type="date" defaultValue={from} required short />
            <TextField label={t('stoppage.new.to')} name="to" type="date" defaultValue={to} required short />
          </Row>
          <div>
            <Button type="submit" look="second">
              {t('stoppage.new.preview')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
