import type { GuideFigures } from '#server/reports/schema/guide.ts';
import type { Text } from '../../_text/server.ts';
import type { TableColumn } from '../../_ui/table.tsx';
import { wordPercent } from '../figures.ts';
import css from '../office.module.css';

export type Words = Pick<Text, 't' | 'f'> & { smallest: number };

/** A number of people, or that it is too small to be shown. */
export const wordPeople = ({ t, f, smallest }: Words, value: number | null): string =>
  value === null ? t('guideReport.hidden', { smallest }) : f.number(value);

/** Share of the visits, where both may be shown. */
export const shareOf = (part: number | null, visits: number | null): number | null =>
  part === null || !visits ? null : (part / visits) * 100;

/** The columns that every table of the report ends with. */
export function figureColumns<T extends GuideFigures>(words: Words): TableColumn<T>[] {
  const { t } = words;
  const counted = (key: 'first' | 'among' | 'rerouted' | 'urgent'): TableColumn<T> => ({
    key,
    label: t(`guideReport.col.${key}`),
    align: 'end',
    cell: (row) => {
      const share = shareOf(row[key], row.visits);
      if (row.visits === 0) return t('guideReport.none');
      return (
        <>
          {wordPeople(words, row[key])}
          {share === null ? null : <span className={css.under}>{wordPercent(share)}</span>}
        </>
      );
    },
  });
  return [
    {
      key: 'visits',
      label: t('guideReport.col.visits'),
      align: 'end',
      cell: (row) => wordPeople(words, row.visits),
    },
    counted('first'),
    counted('among'),
    counted('rerouted'),
    counted('urgent'),
    {
      key: 'atMost',
      label: t('guideReport.col.atMost'),
      align: 'end',
      cell: (row) => (row.urgentAtMost === null ? t('guideReport.none') : wordShare(row.urgentAtMost)),
    },
  ];
}

/** A bound never looks smaller than it is: rounded up to a tenth of a percent. */
export const wordShare = (share: number): string => `${(Math.ceil(share * 1000) / 10).toFixed(1)}%`;
