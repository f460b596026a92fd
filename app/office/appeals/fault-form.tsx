'use client';

import { type FormEvent, useState } from 'react';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { TextField } from '../../_ui/field.tsx';
import { Row, Stack } from '../../_ui/page-head.tsx';

/** Local times of the region, as the boxes give them. */
const instant = (local: string) => new Date(`${local}:00+08:00`);

/** Hours in which nothing missed counts: for one facility, or a whole area. */
export function FaultForm({ region }: { region: string }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [said, setSaid] = useState('');
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const place = text('facilityId') ? { facilityId: text('facilityId') } : { regionCode: text('regionCode') };
    const wish = { ...place, startsAt: instant(text('from')), endsAt: instant(text('to')), reason: text('reason') };
    setSaid('');
    if (!(await run(() => trpc.conduct.declareFault.mutate(wish)))) return;
    form.reset();
    setSaid(t('conduct.office.declared'));
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Row>
          <TextField
            label={t('conduct.office.region')}
            name="regionCode"
            inputMode="numeric"
            pattern="\d{12}"
            defaultValue={region}
            required
          />
          <TextField label={t('conduct.office.facility')} name="facilityId" maxLength={20} />
        </Row>
        <Row>
          <TextField label={t('conduct.office.faultFrom')} name="from" type="datetime-local" required />
          <TextField label={t('conduct.office.faultTo')} name="to" type="datetime-local" required />
        </Row>
        <TextField label={t('conduct.office.faultWhy')} name="reason" minLength={4} maxLength={500} required />
        <FaultMessage trouble={trouble} />
        <Row>
          <Button type="submit" working={working}>
            {t('conduct.office.declare')}
          </Button>
          <span role="status">{said}</span>
        </Row>
      </Stack>
    </form>
  );
}
