'use client';

import { useText } from '../../_text/client-text.tsx';
import type { Trouble } from '../../_text/fault-text.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { CheckField, TextArea } from '../../_ui/field.tsx';
import css from '../staff.module.css';

type Props = { reason: string; mayEnd: boolean; ends: boolean; working: boolean; trouble: Trouble | null };

/** Why the rule is written, whether it ends here, and the one button. */
export function SaveFields({ reason, mayEnd, ends, working, trouble }: Props) {
  const { t } = useText();
  return (
    <>
      <TextArea
        label={t('learn.form.why')}
        hint={t('learn.form.whyHint')}
        name="why"
        defaultValue={reason}
        minLength={4}
        maxLength={500}
        required
      />
      {mayEnd ? <CheckField label={t('learn.form.endsLabel')} name="ends" defaultChecked={ends} /> : null}
      <FaultMessage trouble={trouble} />
      <div className={css.actions}>
        <Button type="submit" working={working}>
          {t('learn.form.save')}
        </Button>
        <span className={css.why}>{t('learn.form.saveHint')}</span>
      </div>
    </>
  );
}
