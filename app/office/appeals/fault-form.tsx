'use client';

import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { TextField } from '../../_ui/field.tsx';
import type { Words } from '../../_ui/form-words.ts';
import { Row } from '../../_ui/page-head.tsx';
import { SendForm } from '../../_ui/send-form.tsx';

/** Local times of the region, as the boxes give them. */
const instant = (local: string) => new Date(`${local}:00+08:00`);

/** Hours in which nothing missed counts: for one facility, or a whole area. */
export function FaultForm({ region }: { region: string }) {
  const { t } = useText();
  const declare = (words: Words) => {
    const place = words('facilityId') ? { facilityId: words('facilityId') } : { regionCode: words('regionCode') };
    const span = { startsAt: instant(words('from')), endsAt: instant(words('to')) };
    return trpc.conduct.declareFault.mutate({ ...place, ...span, reason: words('reason') });
  };
  return (
    <SendForm stacked send={t('conduct.office.declare')} act={declare} said={() => t('conduct.office.declared')}>
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
    </SendForm>
  );
}
