import type { z } from 'zod';
import type { strikeView } from '#server/conduct/schema.ts';
import { getText, type Text } from '../../../_text/server.ts';
import { StatusBadge } from '../../../_ui/callout.tsx';
import { Panel, Row, Stack } from '../../../_ui/page-head.tsx';
import { Facts } from '../../../_ui/table.tsx';
import { AppealForm } from './appeal-form.tsx';

type Strike = z.infer<typeof strikeView>;
type Props = { strike: Strike; residentId: string; appealDays: number };

/** One missed visit: where and when, on which evidence, until when it counts, and the appeal. */
export async function StrikePanel({ strike, residentId, appealDays }: Props) {
  const text = await getText();
  const { t, f } = text;
  const state = strike.liftedAt ? 'lifted' : strike.live ? 'live' : 'expired';
  return (
    <Panel>
      <Stack>
        <Row>
          <strong>{t('conduct.strike', { facility: strike.facilityName, department: strike.departmentName })}</strong>
          <StatusBadge tone={state === 'live' ? 'wait' : state === 'lifted' ? 'good' : 'plain'}>
            {t(`conduct.state.${state}`)}
          </StatusBadge>
        </Row>
        <Facts
          facts={[
            { label: t('conduct.visit'), value: f.moment(strike.visitAt) },
            { label: t('conduct.evidence'), value: <Evidence {...{ text, strike }} /> },
            strike.liftedCause
              ? { label: t('conduct.state.lifted'), value: t(`conduct.liftedBy.${strike.liftedCause}`) }
              : { label: t('conduct.until'), value: f.day(strike.expiresAt) },
            ...appealFacts(text, strike),
          ]}
        />
        {strike.canAppeal.can ? (
          <AppealForm residentId={residentId} appointmentId={strike.appointmentId} appealDays={appealDays} />
        ) : null}
      </Stack>
    </Panel>
  );
}

function Evidence({ text: { t, f }, strike: { evidence } }: { text: Text; strike: Strike }) {
  if (!evidence) return null;
  return (
    <ul>
      <li>{t('conduct.saw', { seen: evidence.seen })}</li>
      {evidence.noticeAt && evidence.noticeBy ? (
        <li>{t(`conduct.told.${evidence.noticeBy}`, { time: f.moment(evidence.noticeAt) })}</li>
      ) : null}
    </ul>
  );
}

function appealFacts({ t, f }: Text, { appeal }: Strike) {
  if (!appeal) return [];
  const words =
    appeal.status === 'open'
      ? t('conduct.appeal.open', { time: f.day(appeal.dueAt) })
      : t(`conduct.appeal.${appeal.status}`);
  return [
    { label: t('conduct.appeal.start'), value: <b>{words}</b> },
    { label: t('conduct.appeal.yours'), value: appeal.reason },
    ...(appeal.answer ? [{ label: t('conduct.appeal.answer'), value: appeal.answer }] : []),
  ];
}
