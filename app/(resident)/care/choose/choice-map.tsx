import type { ChoiceRow } from '#server/navigation/schema/choose.ts';
import type { OriginView } from '#server/navigation/schema/origin.ts';
import { getText } from '../../../_text/server.ts';
import { shortName } from '../../../office/map/region-map.tsx';
import { findAreaLines } from './area-lines.ts';
import css from './choose.module.css';
import { placePoints } from './place-points.ts';

type Props = { rows: ChoiceRow[]; origin: OriginView; title: string };

/** The same places as points, drawn here: no tiles, no outside service. Each leads to its line of the list. */
export async function ChoiceMap({ rows, title }: Props) {
  const { t } = await getText();
  const view = placePoints(rows.map(({ lon, lat }) => ({ lon, lat })));
  const { points, width, height, kmOfGrid } = view;
  if (points.length === 0) return <p className={css.fine}>{t('care.mapNone')}</p>;
  const areas = await findAreaLines(view);
  const missing = rows.length - points.length;
  return (
    <figure className={css.figure}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={t('care.mapLabel', { department: title })}
        className={css.map}
      >
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: lines and a scale; nothing here takes the focus */}
        <g aria-hidden="true" className={css.grid}>
          {areas.map((area) => (
            <path key={area.code} d={area.path} />
          ))}
          {areas.map((area) => (
            <text key={area.code} x={area.x} y={area.y} textAnchor="middle">
              {shortName(area.name)}
            </text>
          ))}
          <path className={css.scale} d={`M12 ${height - 14}v6h${width / 4}v-6`} />
          <text x="20" y={height - 14}>
            {`${kmOfGrid} km`}
          </text>
        </g>
        {points.map(({ at, x, y }) => {
          const row = rows[at] as ChoiceRow;
          return (
            <a
              key={row.departmentId}
              href={`#choice-${at + 1}`}
              aria-label={t('care.mapPoint', { rank: at + 1, name: row.facilityName })}
            >
              <title>{row.facilityName}</title>
              <circle cx={x} cy={y} r="17" data-closed={row.eligible.can ? undefined : ''} />
              <text x={x} y={y + 6} textAnchor="middle">
                {at + 1}
              </text>
            </a>
          );
        })}
      </svg>
      <figcaption className={css.fine}>
        {t('care.mapNote')} {missing > 0 ? t('care.mapMissing', { count: missing }) : null}
      </figcaption>
    </figure>
  );
}
