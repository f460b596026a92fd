'use client';

import { useState } from 'react';
import type { z } from 'zod';
import type { publicationView } from '#server/schedules/schema/console.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { Panel } from '../../_ui/page-head.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import css from '../staff.module.css';

type Publication = z.infer<typeof publicationView>;

/** What publishing would make, day by day, and the button that makes it. Null: the role may not publish. */
export function PublishPanel({ preview }: { preview: Publication | null }) {
  const { t, f } = useText();
  const { run, working, trouble } = useAction();
  const [done, setDone] = useState<Publication | null>(null);
  const blocked = preview ? null : t('clinic.session.because', { reason: t('clinic.session.why.role') });
  return (
    <Panel>
      <h2>{t('plan.publish.title')}</h2>
      <p>
        {preview && preview.sessions > 0
          ? t('plan.publish.preview', {
              ...{ sessions: preview.sessions, tickets: preview.tickets },
              ...{ from: f.day(preview.from), to: f.day(preview.to) },
            })
          : preview
            ? t('plan.publish.nothing')
            : null}{' '}
        <span className={css.aside}>{t('plan.publish.daily')}</span>
      </p>
      {preview && preview.days.length > 0 ? (
        <details className={css.details}>
          <summary>{t('plan.publish.showDays')}</summary>
          <SimpleTable
            caption={t('plan.publish.showDays')}
            rows={preview.days}
            rowKey={(row) => row.date}
            columns={[
              { key: 'd', label: t('plan.publish.day'), cell: (row) => f.day(row.date) },
              { key: 's', label: t('plan.publish.sessions'), cell: (row) => row.sessions, align: 'end' },
              { key: 't', label: t('plan.publish.tickets'), cell: (row) => row.tickets, align: 'end' },
            ]}
          />
        </details>
      ) : null}
      <FaultMessage trouble={trouble} />
      <div className={css.actions}>
        <Button
          working={working}
          disabled={!preview || preview.sessions === 0}
          onClick={async () => setDone(await run(() => trpc.schedules.publish.mutate()))}
        >
          {t('plan.publish.go')}
        </Button>
        {blocked ? <span className={css.why}>{blocked}</span> : null}
        <span role="status" className={css.saved}>
          {done ? t('plan.publish.done', { sessions: done.sessions, tickets: done.tickets }) : ''}
        </span>
      </div>
    </Panel>
  );
}
