'use client';

import type { RuleContent } from '#server/navigation/learn/schema.ts';
import { useText } from '../../_text/client-text.tsx';
import { SelectField, TextArea, TextField } from '../../_ui/field.tsx';
import staffCss from '../staff.module.css';

/** Names, reasons, source and day of a rule; its identifier stays what it was. */
export function WordFields({ rule: { kind, content }, fresh }: { rule: RuleContent; fresh: boolean }) {
  const { t } = useText();
  return (
    <>
      {fresh ? (
        <TextField
          label={t('learn.field.id')}
          hint={t('learn.field.idHint')}
          name="rule-id"
          pattern="[a-z0-9\-]{3,60}"
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          required
        />
      ) : (
        <input type="hidden" name="rule-id" value={content.id} />
      )}
      <div className={staffCss.fields}>
        {kind === 'red-flag' ? (
          <SelectField
            label={t('learn.field.flag')}
            name="flag"
            defaultValue={content.kind}
            choices={(['emergency', 'crisis', 'fever'] as const).map((value) => ({
              value,
              label: t(`learn.flag.${value}`),
            }))}
          />
        ) : null}
        {kind === 'setting' ? (
          <TextField label={t('learn.field.value')} name="value" defaultValue={content.value} maxLength={40} required />
        ) : null}
        <TextField
          label={t('learn.field.validFrom')}
          hint={t('learn.field.validFromHint')}
          name="valid-from"
          type="date"
          defaultValue={content.validFrom}
          required
        />
        <TextField
          label={t('learn.field.nameZh')}
          name="name-zh"
          defaultValue={content.name.zh}
          maxLength={200}
          required
        />
        <TextField
          label={t('learn.field.nameEn')}
          name="name-en"
          defaultValue={content.name.en}
          maxLength={300}
          required
        />
        <TextArea
          label={t('learn.field.reasonZh')}
          name="reason-zh"
          defaultValue={content.reason.zh}
          maxLength={200}
          required
        />
        <TextArea
          label={t('learn.field.reasonEn')}
          name="reason-en"
          defaultValue={content.reason.en}
          maxLength={300}
          required
        />
      </div>
      <TextField
        label={t('learn.field.source')}
        hint={t('learn.field.sourceHint')}
        name="source"
        defaultValue={content.source}
        maxLength={200}
        required
      />
    </>
  );
}
