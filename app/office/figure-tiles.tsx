import type { FiguresView, ResidenceView } from '#server/reports/schema.ts';
import { getText } from '../_text/server.ts';
import { percent, wordDays, wordPercent } from './figures.ts';
import css from './office.module.css';

/** Without `residence` it is a single facility, which has no share of hospitals either. */
type Props = { figures: FiguresView; residence?: ResidenceView; horizonDays: number };

/** The figures of an area, each with what it is a share of. */
export async function FigureTiles({ figures, residence, horizonDays }: Props) {
  const { t, f } = await getText();
  const { wait } = figures;
  const n = (value: number) => f.number(value);
  const tiles = [
    {
      label: t('office.tiles.bookings'),
      value: n(figures.bookingsNext),
      note: t('office.tiles.bookingsNote', { last: n(figures.bookingsLast) }),
    },
    {
      label: t('office.tiles.used'),
      value: wordPercent(percent(figures.taken, figures.released)),
      note: t('office.tiles.usedNote', { taken: n(figures.taken), released: n(figures.released) }),
    },
    {
      label: t('office.tiles.wait'),
      value: wait.departments === 0 ? '–' : wordDays({ t }, wait.medianDays, horizonDays),
      note: t('office.tiles.waitNote', {
        departments: n(wait.departments),
        without: n(wait.withoutFree),
        horizon: horizonDays,
      }),
    },
    {
      label: t('office.tiles.connected'),
      value: n(figures.connected),
      note: t('office.tiles.connectedNote', { hospitals: n(figures.hospitals), troubled: n(figures.troubled) }),
    },
    {
      label: t('office.tiles.residents'),
      value: n(residence?.bookings ?? 0),
      note: t('office.tiles.residentsNote', { residents: n(residence?.residents ?? 0) }),
    },
  ];
  return (
    <dl className={css.tiles}>
      {tiles.slice(0, residence ? 5 : 3).map((tile) => (
        <div key={tile.label} className={css.tile}>
          <dt>{tile.label}</dt>
          <dd className={css.figure}>{tile.value}</dd>
          <dd className={css.note}>{tile.note}</dd>
        </div>
      ))}
    </dl>
  );
}
