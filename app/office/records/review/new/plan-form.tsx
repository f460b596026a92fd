'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { type SampleKind, sampleKinds } from '#server/reviews/schema/words.ts';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../_ui/fault-message.tsx';
import css from '../../../../_ui/field.module.css';
import { CheckField, RadioGroup, SelectField, TextField } from '../../../../_ui/field.tsx';
import { Row, Stack } from '../../../../_ui/page-head.tsx';
import { type Area, AreaPicker } from '../../../outbreaks/area-picker.tsx';

type Props = { region: Area; below: Area[]; from: string; to: string };

/** The rule, and off it goes: the page of the review shows the draw as it comes in. */
export function PlanForm({ region, below, from, to }: Props) {
  const { t } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const [kindsMissing, setKindsMissing] = useState(false);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const kinds = sampleKinds.filter((kind) => data.get(`kind-${kind}`) !== null);
    setKindsMissing(kinds.length === 0);
    if (kinds.length === 0) return;
    const wish = {
      ...{ title: text('title'), areaCode: text('areaCode'), kinds, seed: text('seed') || undefined },
      purpose: text('purpose') === 'research' ? ('research' as const) : ('quality' as const),
      ...{ periodFrom: text('periodFrom'), periodTo: text('periodTo'), size: Number(text('size')) },
      sizeKind: text('sizeKind') === 'share' ? ('share' as const) : ('count' as const),
    };
    const made = await run(() => trpc.reviews.plan.mutate(wish), { refresh: false });
    if (made) router.push(`/office/records/review/${made.id}`);
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
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
        <AreaPicker name="areaCode" own={region} below={below} />
        <Kinds missing={kindsMissing} />
        <Row>
          <TextField label={t('review.plan.from')} name="periodFrom" type="date" defaultValue={from} required />
          <TextField label={t('review.plan.to')} name="periodTo" type="date" defaultValue={to} required />
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
        <FaultMessage trouble={trouble} />
        <Row>
          <Button type="submit" working={working}>
            {t('review.plan.send')}
          </Button>
        </Row>
      </Stack>
    </form>
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
