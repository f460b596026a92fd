'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { type AreaId, complaints, elsewhere, fits, type Person, type SayId } from './areas.ts';
import css from './body.module.css';
import { type Figure, figureOf, views, type Zone } from './figures.ts';

type Props = {
  person: Person;
  /** Area whose complaints are shown. */
  open: AreaId | null;
  picked: readonly SayId[];
  /** With script; without it the button sends the form, and the page comes back with the area open. */
  onOpen: (area: AreaId) => void;
  onPick: (id: SayId, picked: boolean) => void;
  /** Shown below the complaints as soon as one is chosen. */
  send: ReactNode;
};

/** A figure to point at. Every place is a button with a name; what is chosen are boxes of the same form. */
export function BodyMap({ person, open, picked, onOpen, onPick, send }: Props) {
  const { t } = useText();
  const side = useRef<HTMLDivElement>(null);
  // on a phone the figure fills the screen: what was opened must not stay below it unseen
  useEffect(() => {
    if (open) side.current?.querySelector(`[data-area='${open}']`)?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <fieldset className={css.map}>
      <legend>{t('careBody.map')}</legend>
      <p className={css.lead}>{t('careBody.mapLead')}</p>
      <div className={css.views}>
        {views.map((view, i) => (
          <label key={view}>
            <input type="radio" name="view" value={view} defaultChecked={i === 0} />
            {t(`careBody.views.${view}`)}
          </label>
        ))}
      </div>
      <div className={css.split}>
        <div className={css.figures}>
          {views.map((view) => (
            <div key={view} className={css.figure} data-view={view}>
              <Drawing figure={figureOf(view, person.child)} />
              {figureOf(view, person.child).zones.map((zone) => (
                <ZoneButton
                  key={`${zone.area} ${zone.side}`}
                  {...{ zone, figure: figureOf(view, person.child), open, onOpen }}
                />
              ))}
            </div>
          ))}
        </div>
        <div ref={side}>
          <p className={css.elsewhere}>{t('careBody.elsewhere')}</p>
          <div className={css.chips}>
            {elsewhere.map((area) => (
              <AreaButton key={area} {...{ area, open, onOpen }} className={css.chip}>
                {t(`careBody.area.${area}`)}
              </AreaButton>
            ))}
          </div>
          <Says {...{ person, open, picked, onPick }} />
          {picked.length > 0 ? (
            <div className={css.send}>
              <p role="status">{t('careBody.picked', { count: picked.length })}</p>
              {send}
            </div>
          ) : null}
        </div>
      </div>
    </fieldset>
  );
}

function AreaButton(props: {
  area: AreaId;
  open: AreaId | null;
  onOpen: (area: AreaId) => void;
  className: string | undefined;
  label?: string;
  style?: React.CSSProperties;
  children?: React.ReactNode;
}) {
  const { area, open, onOpen, label, children, ...rest } = props;
  return (
    <button
      {...rest}
      type="submit"
      name="area"
      value={area}
      formNoValidate
      aria-label={label}
      aria-pressed={open === area}
      onClick={(event) => {
        event.preventDefault();
        onOpen(area);
      }}
    >
      {children}
    </button>
  );
}

function ZoneButton(props: { zone: Zone; figure: Figure; open: AreaId | null; onOpen: (area: AreaId) => void }) {
  const { t } = useText();
  const { zone, figure, open, onOpen } = props;
  const [x, y, wide, high] = zone.at;
  const percent = (part: number, of: number) => `${(100 * part) / of}%`;
  return (
    <AreaButton
      {...{ area: zone.area, open, onOpen }}
      className={css.zone}
      label={`${zone.side ? t(`careBody.side.${zone.side}`) : ''}${t(`careBody.area.${zone.area}`)}`}
      style={{
        left: percent(x, figure.wide),
        top: percent(y, figure.high),
        width: percent(wide, figure.wide),
        height: percent(high, figure.high),
      }}
    />
  );
}

/** The outline is the same lines, a little thicker, below. */
function Drawing({ figure }: { figure: Figure }) {
  const shape = (extra: number) => (
    <>
      {figure.limbs.map(({ path, thick }) => (
        <path key={path} d={path} strokeWidth={thick + extra} />
      ))}
      {figure.rounds.map(({ cx, cy, rx, ry }) => (
        <ellipse key={`${cx} ${cy}`} {...{ cx, cy, rx: rx + extra / 2, ry: ry + extra / 2 }} />
      ))}
    </>
  );
  return (
    <svg viewBox={`0 0 ${figure.wide} ${figure.high}`} aria-hidden="true" focusable="false">
      <g className={css.edge}>{shape(4)}</g>
      <g className={css.flesh}>{shape(0)}</g>
      <g className={css.lines}>
        {figure.lines.map((line) => (
          <path key={line} d={line} />
        ))}
      </g>
    </svg>
  );
}

/** All lists are there, so that what was chosen in one stays chosen while another is shown. */
function Says({ person, open, picked, onPick }: Pick<Props, 'person' | 'open' | 'picked' | 'onPick'>) {
  const { t } = useText();
  const areas = Object.keys(complaints) as AreaId[];
  return areas.map((area) => (
    <fieldset key={area} className={css.says} data-area={area} hidden={area !== open}>
      <legend>{t('careBody.of', { area: t(`careBody.area.${area}`) })}</legend>
      <div className={css.chips}>
        {complaints[area]
          .filter((complaint) => fits(complaint, person))
          .map(({ id }) => (
            <label key={id} className={css.chip}>
              <input
                type="checkbox"
                name="say"
                value={id}
                checked={picked.includes(id)}
                onChange={(event) => onPick(id, event.target.checked)}
              />
              {t(`careBody.say.${id}`)}
            </label>
          ))}
      </div>
    </fieldset>
  ));
}
