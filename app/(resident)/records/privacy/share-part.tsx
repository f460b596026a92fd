import type { z } from 'zod';
import type { shareCodeView } from '#server/consents/schema.ts';
import { getText } from '../../../_text/server.ts';
import { Panel, Section, Stack } from '../../../_ui/page-head.tsx';
import css from '../records.module.css';
import { EndCode, MakeCode } from './share-actions.tsx';

type Props = { residentId: string; codes: z.infer<typeof shareCodeView>[]; hours: number[] };

/** Codes in force, and a new one. */
export async function SharePart({ residentId, codes, hours }: Props) {
  const { t, f } = await getText();
  return (
    <Section title={t('privacy.share.title')} id="share">
      <Panel>
        <Stack>
          <p>{t('privacy.share.lead')}</p>
          <MakeCode residentId={residentId} hours={hours} />
          <ul>
            {codes.map(({ id, until, uses }) => {
              const live = t('privacy.share.live', { until: f.stamp(until), uses });
              return (
                <li key={id} className={css.switch}>
                  <span>{live}</span>
                  <EndCode residentId={residentId} id={id} about={live} />
                </li>
              );
            })}
          </ul>
        </Stack>
      </Panel>
    </Section>
  );
}
