'use client';

import { type ReactNode, useState } from 'react';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { FaultMessage } from '../../../../_ui/fault-message.tsx';
import { CheckField, RadioGroup, SelectField } from '../../../../_ui/field.tsx';
import { wordsOf } from '../../../../_ui/form-words.ts';
import { KeptForm } from '../../../../_ui/kept-form.tsx';
import { Stack } from '../../../../_ui/page-head.tsx';

type Facility = { id: string; name: string; address: string; phone: string };
const orders = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** `children`: the way to other places, which nobody needs any more once it is done. */
export function DeclareForm(props: { facilities: Facility[]; asksMarriage: boolean; children: ReactNode }) {
  const { facilities, asksMarriage } = props;
  const { t, f } = useText();
  const { run, working, trouble } = useAction();
  const [until, setUntil] = useState<string | null>(null);
  const send = async (data: FormData) => {
    const words = wordsOf(data);
    const wish = {
      ...{ facilityId: words('facilityId'), childOrder: Number(words('childOrder')) },
      ...(asksMarriage ? { married: words('married') === 'on' } : {}),
    };
    const done = await run(() => trpc.familyPlanning.own.declare.mutate(wish), { refresh: false });
    if (done) setUntil(done.validUntil);
    return done !== null;
  };
  if (until) {
    return (
      <Callout tone="good" alert title={t('ownPlanning.declare.done', { day: f.isoDay(until) })}>
        <ButtonLink href="/records/family-planning">{t('ownPlanning.declare.see')}</ButtonLink>
      </Callout>
    );
  }
  return (
    <>
      <KeptForm send={send}>
        <Stack>
          <RadioGroup
            legend={t('ownPlanning.declare.centre')}
            name="facilityId"
            required
            {...(facilities.length === 1 && facilities[0] ? { value: facilities[0].id } : {})}
            choices={facilities.map((one) => ({
              value: one.id,
              label: one.name,
              hint: [one.address, one.phone].filter(Boolean).join(' · '),
            }))}
          />
          <SelectField
            label={t('ownPlanning.declare.order')}
            name="childOrder"
            choices={orders.map((n) => ({ value: String(n), label: t('ownPlanning.declare.nth', { n }) }))}
          />
          {asksMarriage ? <CheckField name="married" label={t('ownPlanning.declare.married')} /> : null}
          <p>
            {t('ownPlanning.declare.centreHint')} {t('ownPlanning.declare.private')}
          </p>
          <FaultMessage trouble={trouble} />
          <Button type="submit" wide working={working}>
            {t('ownPlanning.declare.send')}
          </Button>
        </Stack>
      </KeptForm>
      {props.children}
    </>
  );
}
