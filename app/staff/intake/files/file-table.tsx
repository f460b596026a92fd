import Link from 'next/link';
import type { FileLine } from '#server/his-sync/flat/schema.ts';
import { getText } from '../../../_text/server.ts';
import { EmptyState, StatusBadge } from '../../../_ui/callout.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import css from './files.module.css';

/** Files, the latest first, each leading to what came of its rows. */
export async function FileTable({ files }: { files: FileLine[] }) {
  const { t, f } = await getText();
  return (
    <SimpleTable
      caption={t('files.list.title')}
      rows={files}
      rowKey={(file) => file.id}
      empty={<EmptyState title={t('files.list.none')}>{t('files.list.noneText')}</EmptyState>}
      columns={[
        {
          key: 'name',
          label: t('files.list.name'),
          wide: true,
          cell: (file) => (
            <>
              <Link href={`/staff/intake/files/${file.id}`} prefetch={false}>
                {file.name}
              </Link>
              <Sender file={file} />
            </>
          ),
        },
        { key: 'at', label: t('files.list.at'), cell: (file) => f.moment(file.receivedAt) },
        { key: 'rows', label: t('files.list.rows'), align: 'end', cell: (file) => f.number(file.rows) },
        { key: 'taken', label: t('files.list.taken'), align: 'end', cell: (file) => f.number(file.taken) },
        { key: 'state', label: t('files.list.state'), cell: (file) => <FileState file={file} /> },
      ]}
    />
  );
}

export async function Sender({ file: { via, by } }: { file: FileLine }) {
  const { t } = await getText();
  const words = via === 'key' ? t('files.list.byKey') : by ? t('files.list.by', { name: by }) : null;
  return words ? <span className={css.under}>{words}</span> : null;
}

async function FileState({ file: { rows, open, waiting, refused, closedAt } }: { file: FileLine }) {
  const { t } = await getText();
  if (open > 0 && rows === 0) return <StatusBadge tone="wait">{t('files.state.unreadable')}</StatusBadge>;
  if (open > 0) return <StatusBadge tone="wait">{t('files.state.open', { n: open })}</StatusBadge>;
  if (closedAt) return <StatusBadge tone="plain">{t('files.state.closed')}</StatusBadge>;
  return <StatusBadge tone="good">{t(waiting + refused > 0 ? 'files.state.mended' : 'files.state.good')}</StatusBadge>;
}
