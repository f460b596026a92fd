'use client';

import { useEffect, useRef } from 'react';
import type { Both, PassSheet } from '#server/his-sync/flat/schema.ts';
import { useText } from '../../../_text/client-text.tsx';
import { Callout } from '../../../_ui/callout.tsx';
import { Section, Stack } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import { PrintButton } from '../../print/print-button.tsx';
import { BadRowTable } from './[id]/bad-row-table.tsx';
import css from './files.module.css';

/** What would come of a file, to be read or printed: by table, each row at fault, codes without a match. */
export function CheckSheet({ sheet, facility }: { sheet: PassSheet; facility: string }) {
  const text = useText();
  const { t, f } = text;
  const { people, problems, gaps, rows, taken, waiting, refused } = sheet;
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => own.current?.focus(), []);
  return (
    <div className={css.sheet} ref={own} tabIndex={-1}>
      <Section
        title={t('files.check.title')}
        side={
          <span className="no-print">
            <PrintButton label={t('files.check.print')} look="second" />
          </span>
        }
      >
        <Stack>
          <p className={css.under}>
            {t('files.check.about', { facility, name: sheet.name, time: f.stamp(sheet.checkedAt) })}
          </p>
          <Callout
            tone={refused > 0 ? 'wait' : 'good'}
            title={t('files.check.outcome', { rows, taken, waiting, refused })}
          >
            <p>{t('files.check.nothingKept')}</p>
          </Callout>
          <CountTable sheet={sheet} />
          {people ? <p>{t('files.check.people', people)}</p> : null}
        </Stack>
      </Section>
      {problems.length > 0 ? (
        <Section title={t('files.check.problems')}>
          <BadRowTable rows={problems} caption={t('files.check.problems')} {...text} />
          {sheet.more > 0 ? <p>{t('files.check.more', { n: sheet.more })}</p> : null}
        </Section>
      ) : null}
      {gaps.length > 0 ? (
        <Section title={t('files.check.gaps')}>
          <Stack>
            <p>{t('files.check.gapsNote')}</p>
            <GapTable sheet={sheet} />
          </Stack>
        </Section>
      ) : null}
    </div>
  );
}

function CountTable({ sheet: { tables } }: { sheet: PassSheet }) {
  const { t, f, locale } = useText();
  const inWords = (both: Both) => (locale === 'en' ? both.en : both.zh);
  const number = (key: 'rows' | 'taken' | 'written' | 'withdrawn' | 'waiting' | 'refused') => ({
    ...{ key, label: t(`files.check.${key}`), align: 'end' as const },
    cell: (row: PassSheet['tables'][number]) => f.number(row[key]),
  });
  if (tables.length === 0) return null;
  return (
    <SimpleTable
      caption={t('files.check.title')}
      rows={tables}
      rowKey={(row) => row.kind.en}
      columns={[
        { key: 'kind', label: t('files.file.table'), cell: (row) => inWords(row.kind) },
        ...[number('rows'), number('taken'), number('written'), number('withdrawn'), number('waiting')],
        number('refused'),
      ]}
    />
  );
}

function GapTable({ sheet: { gaps, gapsMore } }: { sheet: PassSheet }) {
  const { t, f } = useText();
  return (
    <>
      <SimpleTable
        caption={t('files.check.gaps')}
        rows={gaps}
        rowKey={(gap) => `${gap.system}|${gap.code}`}
        columns={[
          { key: 'name', label: t('files.check.codeName'), wide: true, cell: (gap) => gap.label },
          {
            key: 'code',
            label: t('files.check.code'),
            // where there is no code, the words stand for it
            cell: (gap) => (gap.system === 'text' ? t('files.check.noCode') : gap.code),
          },
          { key: 'rows', label: t('files.check.rows'), align: 'end', cell: (gap) => f.number(gap.rows) },
        ]}
      />
      {gapsMore ? <p>{t('files.check.gapsMore')}</p> : null}
    </>
  );
}
