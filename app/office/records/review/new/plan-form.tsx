'use client';

import { useState } from 'react';
import { type SampleKind, sampleKinds } from '#server/reviews/schema/words.ts';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import css from '../../../../_ui/field.module.css';
import { CheckField, RadioGroup, SelectField, TextField } from '../../../../_ui/field.tsx';
import type { Words } from '../../../../_ui/form-words.ts';
import { Row } from '../../../../_ui/page-head.tsx';
import { SendForm } from '../../../../_ui/send-form.tsx';
import { type Area, AreaPicker } from '../../../outbreaks/area-picker.tsx';

type Props = { region: Area; below: Area[]; from: string; to: string };

/** The rule, and off it goes: the page of the review shows the draw as it comes in. */
export function PlanForm({ region, below, from, to }: Props) {
  const { t } = useText();
  const [missing, setMissing] = useState<'kinds' | 'period' | null>(null);
  const plan = async (words: Words) => {
    const kinds = sampleKinds.filter((kind) => words(`kind-${kind}`) !== '');
    const lacks = kinds.length === 0 ? 'kinds' : words('periodFrom') > words('periodTo') ? 'period' : null;
    setMissing(lacks);
    if (lacks) return null;
    return await trpc.reviews.plan.mutate({
      ...{ title: words('title'), areaCode: words('areaCode'), kinds, seed: words('seed') || undefined },
      purpose: words('purpose') === 'research' ? 'research' : 'quality',
      ...{ periodFrom: words('periodFrom'), periodTo: words('periodTo'), size: Number(words('size')) },
      sizeKind: words('sizeKind') === 'share' ? 'share' : 'count',
    });
  };
  return (
    <SendForm stacked send={t('review.plan.send')} act={plan} to={(made) => `/office/records/review/${made.id}`}>
      <TextField
        label={t('review.plan.name')}
        hint={t('review.plan.nameHint')}
        name="title"
        minLength={2}
        maxLength={60}
        required
      />
      <RadioGroup
        legend={t('review.plan.purpose')}
        name="purpose"
        value="quality"
        choices={(['quality', 'research'] as const).map((value) => ({
          value,
          label: t(`review.purpose.${value}`),
          hint: t(`review.plan.${value}Hint`),
        }))}
      />
      <AreaPicker
        name="areaCode"
        own={region}
        below={below}
        words={{
          label: t('review.plan.area'),
          hint: t('review.plan.areaHint', { name: region.name }),
          chosen: (name) => t('review.plan.areaChosen', { name }),
        }}
      />
      <Kinds missing={missing === 'kinds'} />
      <Row>
        <TextField label={t('review.plan.from')} name="periodFrom" type="date" defaultValue={from} required />
        <TextField
          label={t('review.plan.to')}
          name="periodTo"
          type="date"
          defaultValue={to}
          error={missing === 'period' ? t('review.plan.periodNeeded') : undefined}
          required
        />
      </Row>
      <Row>
        <SelectField
          label={t('review.plan.sizeKind')}
          hint={t('review.plan.sizeKindHint')}
          name="sizeKind"
          choices={(['count', 'share'] as const).map((value) => ({ value, label: t(`review.plan.${value}`) }))}
        />
        <TextField
          label={t('review.plan.size')}
          hint={t('review.plan.sizeHint')}
          name="size"
          type="number"
          min={1}
          max={100}
          defaultValue={5}
          required
          short
        />
      </Row>
      <TextField
        label={t('review.plan.seed')}
        hint={t('review.plan.seedHint')}
        name="seed"
        pattern="[A-Za-z0-9_\-]{4,40}"
        autoComplete="off"
      />
    </SendForm>
  );
}

function Kinds({ missing }: { missing: boolean }) {
  const { t } = useText();
  const first: SampleKind[] = ['outpatient', 'inpatient'];
  return (
    <fieldset className={css.field}>
      <legend className={css.legend}>{t('review.plan.kinds')}</legend>
      {missing ? <p role="alert">{t('review.plan.kindsNeeded')}</p> : null}
      <Row>
        {sampleKinds.map((kind) => (
          <CheckField
            key={kind}
            label={t(`review.kind.${kind}`)}
            name={`kind-${kind}`}
            defaultChecked={first.includes(kind)}
          />
        ))}
      </Row>
    </fieldset>
  );
}
