import Link from 'next/link';
import css from './map.module.css';
import type { Outline } from './outline.ts';
import { type Step, stepOf } from './scale.ts';

export type MapPlace = { code: string; name: string; href: string; value: number | null; words: string };

/** A map coloured by one measure. Each area is a link with its value as its name; the list beside says the same. */
export function RegionMap(props: {
  outline: Outline;
  places: MapPlace[];
  steps: Step[];
  title: string;
  linkLabel: (place: MapPlace) => string;
}) {
  const { outline, places, steps } = props;
  const byCode = new Map(places.map((place) => [place.code, place]));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset
    <svg className={css.map} viewBox={`0 0 ${outline.width} ${outline.height}`} role="group" aria-label={props.title}>
      <defs>
        <pattern id="no-data" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="8" height="8" fill="#f3f6f4" />
          <path d="M0 0v8" stroke="#b8c4c0" strokeWidth="3" />
        </pattern>
      </defs>
      {outline.shapes.map((shape) => {
        const place = byCode.get(shape.code);
        const step = !place || place.value === null ? null : stepOf(steps, place.value);
        const area = <path d={shape.path} data-step={step === null ? undefined : shade(step, steps.length)} />;
        if (!place) return <g key={shape.code}>{area}</g>;
        return (
          <Link
            key={shape.code}
            href={place.href}
            prefetch={false}
            className={css.area}
            aria-label={props.linkLabel(place)}
          >
            <title>{`${place.name} ${place.words}`}</title>
            {area}
          </Link>
        );
      })}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: the names are on the links already; nothing here takes the focus */}
      <g aria-hidden="true" className={css.labels}>
        {outline.shapes.map((shape) => (
          <text
            key={shape.code}
            x={shape.label.x}
            y={shape.label.y}
            data-tight={shape.wide < shortName(shape.name).length * 38 ? '' : undefined}
          >
            {shortName(shape.name)}
          </text>
        ))}
      </g>
    </svg>
  );
}

/** Classes spread over the five shades, so that two classes are the lightest and the darkest. */
const shade = (step: number, of: number): number => (of < 2 ? 1 : Math.round((step * 4) / (of - 1)));

/** 阿坝藏族羌族自治州 → 阿坝, 凉山彝族自治州 → 凉山, 成都市 → 成都, 金堂县 → 金堂; two-character names stay whole. */
export function shortName(name: string): string {
  const bare = name.replace(/(藏族|羌族|彝族|回族|苗族|土家族)+(自治[州县])$/, '');
  return bare !== name || name.length <= 2 ? bare : name.replace(/[市州区县]$/, '');
}

/** What each colour means; the areas without a denominator are hatched. */
export function MapLegend(props: { steps: Step[]; title: string; noData: string; wordStep: (step: Step) => string }) {
  return (
    <div className={css.legend}>
      <p>{props.title}</p>
      <ul>
        {props.steps.map((step, i) => (
          <li key={step.least}>
            <span className={css.swatch} data-step={shade(i, props.steps.length)} aria-hidden="true" />
            {props.wordStep(step)}
          </li>
        ))}
        <li>
          <span className={css.swatch} aria-hidden="true" />
          {props.noData}
        </li>
      </ul>
    </div>
  );
}
