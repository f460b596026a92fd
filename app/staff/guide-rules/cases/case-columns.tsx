import type { z } from 'zod';
import type { caseView } from '#server/navigation/learn/schema.ts';
import type { Text } from '../../../_text/server.ts';
import { StatusBadge } from '../../../_ui/callout.tsx';
import type { TableColumn } from '../../../_ui/table.tsx';
import css from '../guide.module.css';
import { DropCase } from './drop-case.tsx';

type Case = z.infer<typeof caseView>;

/** What a sentence says, what it should be read as, and what it is read as now. */
export const caseColumns = ({ t, f }: Pick<Text, 't' | 'f'>): TableColumn<Case>[] => [
  {
    key: 't',
    label: t('learn.cases.text'),
    wide: true,
    cell: (row) => (
      <>
        {row.text}
        <span className={css.under}>
          {row.facts.ageMonths === undefined ? '' : `${t('learn.cases.months', { months: row.facts.ageMonths })} · `}
          {row.reason}
        </span>
      </>
    ),
  },
  {
    key: 'e',
    label: t('learn.cases.expects'),
    cell: (row) => (
      <>
        {t(`learn.outcome.${row.expects}`)}
        {row.label ? <span className={css.under}>{row.label}</span> : null}
      </>
    ),
  },
  {
    key: 'r',
    label: t('learn.cases.reads'),
    cell: (row) => (
      <>
        <StatusBadge tone={row.passes ? 'good' : 'stop'}>
          {t(row.passes ? 'learn.cases.passes' : 'learn.cases.fails')}
        </StatusBadge>
        <span className={css.under}>{row.reads === 'none' ? row.readsLabel : t(`learn.outcome.${row.reads}`)}</span>
      </>
    ),
  },
  {
    key: 'b',
    label: t('learn.col.who'),
    cell: (row) =>
      row.shipped ? t('learn.shipped') : t('learn.cases.by', { name: row.authorName, date: f.isoDay(row.createdAt) }),
  },
  {
    key: 'd',
    label: t('learn.col.change'),
    cell: (row) => <DropCase id={row.id} text={row.text} drop={row.drop} />,
  },
];
