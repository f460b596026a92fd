import type { FlagView } from '#server/behaviour/schema.ts';
import { getText } from '../../_text/server.ts';
import { StatusBadge, type Tone } from '../../_ui/callout.tsx';
import { SimpleTable, type TableColumn } from '../../_ui/table.tsx';
import { JudgeFlag } from './judge-flag.tsx';

const tones: Record<'harmless' | 'watch' | 'pursue', Tone> = { harmless: 'plain', watch: 'wait', pursue: 'stop' };

/** The hints, worst last word first to hand; judging needs the official's page. */
export async function FlagTable({ flags, judging }: { flags: FlagView[]; judging?: boolean }) {
  const { t, f } = await getText();
  const columns: TableColumn<FlagView>[] = [
    { key: 'k', label: t('behaviour.what'), cell: (flag) => t(`behaviour.kind.${flag.kind}`) },
    {
      key: 'w',
      label: t('behaviour.who'),
      cell: (flag) => (
        <span className="digits">
          {flag.kind === 'many-accounts' ? t('behaviour.address', { hash: flag.who }) : flag.who}
        </span>
      ),
    },
    {
      key: 'c',
      label: t('behaviour.count'),
      cell: (flag) => t(`behaviour.counted.${flag.kind}`, { count: flag.count }),
    },
    { key: 'f', label: t('behaviour.where'), cell: (flag) => flag.facilityName ?? '—' },
    {
      key: 'l',
      label: t('behaviour.last'),
      cell: (flag) => <span className="digits">{f.stamp(flag.lastSeenAt)}</span>,
    },
    {
      key: 'v',
      label: t('behaviour.verdict'),
      wide: true,
      cell: (flag) =>
        flag.verdict ? (
          <>
            <StatusBadge tone={tones[flag.verdict]}>{t(`behaviour.verdicts.${flag.verdict}`)}</StatusBadge> {flag.note}
          </>
        ) : judging ? (
          <JudgeFlag flagId={flag.id} />
        ) : (
          t('behaviour.open')
        ),
    },
  ];
  return <SimpleTable caption={t('behaviour.title')} rows={flags} rowKey={(flag) => flag.id} columns={columns} />;
}
