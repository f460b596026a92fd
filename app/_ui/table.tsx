import type { ReactNode } from 'react';
import css from './table.module.css';

export type TableColumn<T> = {
  key: string;
  label: ReactNode;
  cell: (row: T) => ReactNode;
  align?: 'end';
  wide?: boolean;
};

/** A plain table with a caption; on a phone each row becomes a block with its labels. */
export function SimpleTable<T>(props: {
  caption: string;
  columns: TableColumn<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  empty?: ReactNode;
}) {
  if (props.rows.length === 0 && props.empty) return props.empty;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrolled by keyboard too
    <div className={css.scroll} tabIndex={0}>
      <table className={css.table}>
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)}>
              {props.columns.map((column) => (
                <td key={column.key} data-align={column.align} data-wide={column.wide}>
                  <span className={css.cellLabel} aria-hidden="true">
                    {column.label}
                  </span>
                  <span>{column.cell(row)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Facts as label and value; the label never wraps away from its value. */
export function Facts({ facts, large }: { facts: { label: ReactNode; value: ReactNode }[]; large?: boolean }) {
  return (
    <dl className={large ? css.factsLarge : css.facts}>
      {facts.map((fact, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts are a fixed list
        <div key={i}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
