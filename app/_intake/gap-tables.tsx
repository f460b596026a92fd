import type { IntakeOverview } from '#server/his-sync/intake/schema.ts';
import { getText } from '../_text/server.ts';
import { EmptyState } from '../_ui/callout.tsx';
import { SimpleTable } from '../_ui/table.tsx';
import css from './intake.module.css';
import { MapForm } from './map-form.tsx';
import { UnmapButton } from './unmap-button.tsx';
import { typeWord } from './words.ts';

type Own = { system: string; code: string };

async function OwnCode({ system, code }: Own) {
  const { t } = await getText();
  if (system === 'text') return <span className={css.under}>{t('intake.gaps.byName')}</span>;
  return <span className={css.place}>{system ? `${system} | ${code}` : code}</span>;
}

/** Codes of the hospital's own, the most frequent first, each with the form to say what it means. */
export async function GapTable({
  gaps,
  more,
  editable,
}: {
  gaps: IntakeOverview['gaps'];
  more: boolean;
  editable: boolean;
}) {
  const { t, f } = await getText();
  return (
    <>
      <SimpleTable
        caption={t('intake.gaps.title')}
        rows={gaps}
        rowKey={(row) => `${row.type} ${row.system} ${row.code}`}
        empty={<EmptyState title={t('intake.gaps.none')}>{t('intake.gaps.noneText')}</EmptyState>}
        columns={[
          {
            key: 'own',
            label: t('intake.gaps.own'),
            wide: true,
            cell: (row) => (
              <>
                {`${row.label || row.code} `}
                <OwnCode {...row} />
                <span className={css.under}>{typeWord(t, row.type)}</span>
              </>
            ),
          },
          { key: 'count', label: t('intake.gaps.count'), align: 'end', cell: (row) => f.number(row.count) },
          {
            key: 'map',
            label: t('intake.gaps.map'),
            wide: true,
            cell: (row) =>
              editable ? (
                <MapForm
                  own={{ system: row.system, code: row.code }}
                  label={row.label}
                  result={row.type === 'Observation'}
                />
              ) : (
                t('intake.gaps.hospitalOnly')
              ),
          },
        ]}
      />
      {more ? <p className={css.note}>{t('intake.gaps.more')}</p> : null}
    </>
  );
}

/** What was matched, newest first; a match may be taken back. */
export async function MapTable({ maps, editable }: { maps: IntakeOverview['maps']; editable: boolean }) {
  const { t, f } = await getText();
  return (
    <SimpleTable
      caption={t('intake.gaps.mapped')}
      rows={maps}
      rowKey={(row) => `${row.system} ${row.code}`}
      empty={<EmptyState title={t('intake.gaps.noneMapped')} />}
      columns={[
        {
          key: 'own',
          label: t('intake.gaps.own'),
          wide: true,
          cell: (row) => (
            <>
              {row.system === 'text' ? `${row.code} ` : null}
              <OwnCode {...row} />
            </>
          ),
        },
        {
          key: 'to',
          label: t('intake.gaps.to'),
          wide: true,
          cell: (row) => (
            <>
              {`${row.targetName} `}
              <span className={css.place}>{row.targetCode}</span>
            </>
          ),
        },
        { key: 'at', label: t('intake.gaps.at'), cell: (row) => f.moment(row.mappedAt) },
        ...(editable
          ? [
              {
                key: 'remove',
                label: t('intake.gaps.remove'),
                cell: (row: Own) => <UnmapButton system={row.system} code={row.code} />,
              },
            ]
          : []),
      ]}
    />
  );
}
