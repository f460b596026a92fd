'use client';

import type { z } from 'zod';
import type { screenRow } from '#server/queues/schema/staff.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { EmptyState } from '../../../_ui/callout.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import css from '../../staff.module.css';

export function ScreenTable({ screens }: { screens: z.infer<typeof screenRow>[] }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  return (
    <>
      <FaultMessage trouble={trouble} />
      <SimpleTable
        caption={t('queue.screens.title')}
        rows={screens}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('queue.screens.empty')} />}
        columns={[
          { key: 'n', label: t('queue.screens.name'), wide: true, cell: (row) => <b>{row.title}</b> },
          { key: 'k', label: t('queue.screens.kind'), cell: (row) => t(`queue.screens.kinds.${row.kind}`) },
          {
            key: 'd',
            label: t('queue.screens.department'),
            cell: (row) => [row.departmentName ?? t('queue.screens.all'), row.room].filter(Boolean).join(' · '),
          },
          { key: 's', label: t('queue.screens.shows'), cell: (row) => t(`queue.screens.showsOf.${row.shows}`) },
          {
            key: 'a',
            label: t('queue.line.act'),
            cell: (row) => (
              <span className={css.actions}>
                <a href={row.path} target="_blank" rel="noreferrer">
                  {t('queue.screens.open')}
                </a>
                <Button
                  look="quiet"
                  small
                  working={working}
                  onClick={() => run(() => trpc.queues.endScreen.mutate({ id: row.id }))}
                >
                  {t('queue.screens.end')}
                </Button>
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
