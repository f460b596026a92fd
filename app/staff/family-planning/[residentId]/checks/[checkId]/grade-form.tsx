'use client';

import { useText } from '../../../../../_text/client-text.tsx';
import { trpc } from '../../../../../_trpc/client.ts';
import { TextArea } from '../../../../../_ui/field.tsx';
import { SendForm } from '../../../../../_ui/send-form.tsx';
import css from '../../../../staff.module.css';

type Props = { residentId: string; checkId: string; advice: string };

/** The words that go home with the person; the grade itself follows from the readings. */
export function GradeForm({ residentId, checkId, advice }: Props) {
  const { t } = useText();
  return (
    <div className={css.apart}>
      <SendForm
        act={(words) => trpc.familyPlanning.desk.gradeCheck.mutate({ residentId, checkId, advice: words('advice') })}
        send={t('planning.check.weighSend')}
        keep
      >
        <TextArea
          label={t('planning.check.advice')}
          hint={t('planning.check.adviceHint')}
          name="advice"
          defaultValue={advice}
          minLength={2}
          maxLength={500}
          required
        />
      </SendForm>
    </div>
  );
}
