import type { Scale } from './scale.ts';
import css from './trend.module.css';

type Props = { scale: Scale; label: string; day: (at: Date) => string; unit: string };

const width = 640;
const height = 220;
const pad = { left: 62, right: 14, top: 16, bottom: 38 };

/** The course of a value, drawn on the server: a line, its points, and the normal range as a band. */
export function TrendChart({ scale, ...props }: Props) {
  const x = (share: number) => pad.left + share * (width - pad.left - pad.right);
  const y = (share: number) => height - pad.bottom - share * (height - pad.top - pad.bottom);
  const line = scale.points.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join(' ');
  const [first, last] = [scale.points[0], scale.points.at(-1)];
  return (
    <svg className={css.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={props.label}>
      {scale.band ? (
        <rect
          className={css.band}
          x={pad.left}
          width={width - pad.left - pad.right}
          y={y(scale.band.to)}
          height={y(scale.band.from) - y(scale.band.to)}
        />
      ) : null}
      {scale.ticks.map((tick) => (
        <g key={tick.text}>
          <line className={css.grid} x1={pad.left} x2={width - pad.right} y1={y(tick.y)} y2={y(tick.y)} />
          <text className={css.tick} x={pad.left - 6} y={y(tick.y) + 4} textAnchor="end">
            {tick.text}
          </text>
        </g>
      ))}
      {scale.points.length > 1 ? <polyline className={css.line} points={line} /> : null}
      {scale.points.map((point) => (
        <circle
          key={point.id}
          className={point.odd ? css.odd : css.point}
          cx={x(point.x)}
          cy={y(point.y)}
          r={point.odd ? 6 : 4.5}
        >
          <title>{`${props.day(point.at)} ${point.text} ${props.unit}`}</title>
        </circle>
      ))}
      {first ? (
        <text className={css.tick} x={pad.left} y={height - 8}>
          {props.day(first.at)}
        </text>
      ) : null}
      {last && last !== first ? (
        <text className={css.tick} x={width - pad.right} y={height - 8} textAnchor="end">
          {props.day(last.at)}
        </text>
      ) : null}
    </svg>
  );
}
