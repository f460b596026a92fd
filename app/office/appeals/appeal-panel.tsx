import type { z } from 'zod';
import type { appealRow } from '#server/conduct/schema.ts';
import { getText } from '../../_text/server.ts';
import { StatusBadge } from '../../_ui/callout.tsx';
import { Panel, Row, Stack } from '../../_ui/page-head.tsx';
import { Facts } from '../../_ui/table.tsx';
import { DecideForm } from './decide-form.tsx';

const dayMs = 86_400_000;

/** One appeal: whose (masked), about which visit, on which evidence, how much time is left, and the answer. */
export async function AppealPanel({ appeal, now }: { appeal: z.infer<typeof appealRow>; now: Date }) {
  const { t, f } = await getText();
  const days = Math.floor((appeal.dueAt.getTime() - now.getTime()) / dayMs);
  const { evidence } = appeal;
  return (
    <Panel>
      <Stack>
        <Row>
          <strong>
            {t('conduct.strike', { facility: appeal.facilityName, department: appeal.departmentName })} ·{' '}
            {f.moment(appeal.visitAt)}
          </strong>
          <StatusBadge tone={days < 0 ? 'stop' : days < 4 ? 'wait' : 'info'}>
            {days < 0 ? t('conduct.office.overdue') : t('conduct.office.left', { days })}
          </StatusBadge>
        </Row>
        <Facts
          facts={[
            {
              label: t('conduct.office.person'),
              value: `${appeal.residentName} · ${t('conduct.office.live', { count: appeal.live })}`,
            },
            { label: t('conduct.office.reason'), value: appeal.reason },
            ...(evidence
              ? [
                  {
                    label: t('conduct.office.evidence'),
                    value: (
                      <ul>
                        <li>{t('conduct.saw', { seen: evidence.seen })}</li>
                        {evidence.noticeAt && evidence.noticeBy ? (
                          <li>{t(`conduct.told.${evidence.noticeBy}`, { time: f.moment(evidence.noticeAt) })}</li>
                        ) : null}
                      </ul>
                    ),
                  },
                ]
              : []),
            { label: t('conduct.office.due'), value: f.moment(appeal.dueAt) },
          ]}
        />
        <DecideForm residentId={appeal.residentId} appealId={appeal.id} />
      </Stack>
    </Panel>
  );
}
