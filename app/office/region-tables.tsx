import Link from 'next/link';
import type { FiguresView, RegionOverview } from '#server/reports/schema.ts';
import { getText, type Text } from '../_text/server.ts';
import { EmptyState, StatusBadge } from '../_ui/callout.tsx';
import { SimpleTable, type TableColumn } from '../_ui/table.tsx';
import { type Measure, percent, wordDays, wordPercent } from './figures.ts';
import css from './office.module.css';
import { regionHref } from './region-href.ts';
import { wordOf } from './words.ts';

type Row = { figures: FiguresView };

/** A share as a number, a bar, and the count it comes from. */
export function Share({ part, whole, f }: { part: number; whole: number; f: Text['f'] }) {
  const share = percent(part, whole);
  if (share === null) return <span>–</span>;
  return (
    <span className={css.share}>
      <span className={css.shareFigure}>{wordPercent(share)}</span>
      <span className={css.bar}>
        <svg
          aria-hidden="true"
          focusable="false"
          viewBox="0 0 100 6"
          preserveAspectRatio="none"
          width="100%"
          height="100%"
        >
          <rect width={Math.min(100, share)} height="6" fill="var(--brand)" />
        </svg>
      </span>
      <span className={css.shareOf}>{`${f.number(part)} / ${f.number(whole)}`}</span>
    </span>
  );
}

function figureColumns<T extends Row>({ t, f }: Text, horizonDays: number): TableColumn<T>[] {
  return [
    {
      key: 'bookings',
      label: t('office.col.bookings'),
      align: 'end',
      cell: ({ figures }) => `${f.number(figures.bookingsNext)} / ${f.number(figures.bookingsLast)}`,
    },
    {
      key: 'used',
      label: t('office.col.used'),
      align: 'end',
      cell: ({ figures }) => <Share part={figures.taken} whole={figures.released} f={f} />,
    },
    {
      key: 'wait',
      label: t('office.col.wait'),
      align: 'end',
      cell: ({ figures: { wait } }) =>
        wait.departments === 0 ? (
          '–'
        ) : (
          <span
            className={css.moment}
          >{`${wordDays({ t }, wait.medianDays, horizonDays)}（${f.number(wait.departments)}）`}</span>
        ),
    },
  ];
}

/** The children, highest first by what the map shows. */
export async function ChildTable(props: {
  rows: RegionOverview['children'];
  measure: Measure;
  chosen: Measure | null;
  horizonDays: number;
}) {
  const text = await getText();
  const { t, f } = text;
  const columns: TableColumn<RegionOverview['children'][number]>[] = [
    {
      key: 'name',
      label: t('office.col.region'),
      cell: ({ code, name }) => (
        <Link href={regionHref(code, props.chosen)} prefetch={false}>
          {name}
        </Link>
      ),
    },
    ...figureColumns<RegionOverview['children'][number]>(text, props.horizonDays),
    {
      key: 'hospitals',
      label: t('office.col.hospitals'),
      align: 'end',
      cell: ({ figures }) => (
        <>
          {figures.hospitals === 0 ? '–' : `${f.number(figures.connected)} / ${f.number(figures.hospitals)}`}
          {figures.troubled > 0 ? (
            <>
              {' '}
              <StatusBadge tone="stop">{t('office.troubled', { count: figures.troubled })}</StatusBadge>
            </>
          ) : null}
        </>
      ),
    },
  ];
  columns.splice(1, 0, {
    key: 'residence',
    label: t('office.col.residence'),
    align: 'end',
    cell: ({ residence }) => `${f.number(residence.bookings)} / ${f.number(residence.residents)}`,
  });
  const caption = t('office.childrenSorted', { measure: t(`office.measures.${props.measure}`) });
  return (
    <div>
      <p className={css.sorted}>{caption}</p>
      <SimpleTable caption={caption} columns={columns} rows={props.rows} rowKey={(row) => row.code} />
    </div>
  );
}

/** Facilities of the region itself: a county's hospitals, a township's centre. */
export async function FacilityTable({ overview }: { overview: RegionOverview }) {
  const text = await getText();
  const { t, f } = text;
  const { facilities, facilitiesTotal } = overview;
  const columns: TableColumn<RegionOverview['facilities'][number]>[] = [
    {
      key: 'name',
      label: t('office.col.facility'),
      cell: ({ id, name, bookable }) =>
        bookable ? (
          <Link href={`/office/hospitals/${id}`} prefetch={false}>
            {name}
          </Link>
        ) : (
          name
        ),
    },
    {
      key: 'kind',
      label: t('office.col.kind'),
      cell: ({ kind, bookable }) => `${wordOf(t, 'kinds', kind)}${bookable ? '' : ` · ${t('office.notBookable')}`}`,
    },
    ...figureColumns<RegionOverview['facilities'][number]>(text, overview.horizonDays),
  ];
  return (
    <>
      <SimpleTable
        caption={t('office.facilities')}
        columns={columns}
        rows={facilities}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('office.noFacilities')} />}
      />
      {facilitiesTotal > facilities.length ? (
        <p className={css.sorted}>
          {t('office.facilitiesMore', { total: f.number(facilitiesTotal), shown: f.number(facilities.length) })}
        </p>
      ) : null}
    </>
  );
}
