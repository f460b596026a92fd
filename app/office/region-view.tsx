import Link from 'next/link';
import tabs from '#app/_ui/link-tabs.module.css';
import type { RegionOverview } from '#server/reports/schema.ts';
import { getText, type Text } from '../_text/server.ts';
import { PageHead, Panel, Section } from '../_ui/page-head.tsx';
import { FigureTiles } from './figure-tiles.tsx';
import { type Measure, measureOf, measures, usualMeasure, wordDays, wordValue } from './figures.ts';
import mapCss from './map/map.module.css';
import { findOutline } from './map/outline.ts';
import { MapLegend, RegionMap } from './map/region-map.tsx';
import { type Step, stepsOf } from './map/scale.ts';
import css from './office.module.css';
import { regionHref } from './region-href.ts';
import { ChildTable, FacilityTable } from './region-tables.tsx';
import { Trail } from './trail-line.tsx';

/** One region: figures, the map of its children with the same in a list, and its own facilities. */
export async function RegionView({ overview, chosen }: { overview: RegionOverview; chosen: Measure | null }) {
  const { t, f } = await getText();
  const { region, children, total, countedAt } = overview;
  const measure = chosen ?? usualMeasure(region.level);
  const sorted = [...children].sort((a, b) => (measureOf(measure, b) ?? -1) - (measureOf(measure, a) ?? -1));
  return (
    <>
      <Trail trail={overview.trail} measure={chosen} />
      <PageHead
        title={region.name}
        updated={countedAt ? t('office.countedAt', { time: f.time(countedAt) }) : t('office.notCounted')}
      />
      <FigureTiles figures={total} residence={overview.residence} horizonDays={overview.horizonDays} />
      {children.length > 0 ? (
        <Section title={t('office.children')} side={<MeasureChoice code={region.code} measure={measure} t={t} />}>
          <div className={css.split}>
            <MapPanel overview={overview} measure={measure} chosen={chosen} />
            <ChildTable rows={sorted} measure={measure} chosen={chosen} horizonDays={overview.horizonDays} />
          </div>
        </Section>
      ) : null}
      {overview.facilities.length > 0 || children.length === 0 ? (
        <Section title={t('office.facilities')}>
          <FacilityTable overview={overview} />
        </Section>
      ) : null}
    </>
  );
}

function MeasureChoice({ code, measure, t }: { code: string; measure: Measure; t: Text['t'] }) {
  return (
    <nav className={tabs.filter} aria-label={t('office.measure')}>
      {measures.map((each) => (
        <Link
          key={each}
          href={regionHref(code, each)}
          aria-current={each === measure ? 'true' : undefined}
          prefetch={false}
          scroll={false}
        >
          {t(`office.measures.${each}`)}
        </Link>
      ))}
    </nav>
  );
}

type MapProps = { overview: RegionOverview; measure: Measure; chosen: Measure | null };

async function MapPanel({ overview, measure, chosen }: MapProps) {
  const { t, f } = await getText();
  const { region, children, horizonDays } = overview;
  const outline = await findOutline(region.code, region.level);
  if (!outline) return null;
  const places = children.map(({ code, name, ...area }) => ({
    code,
    name,
    href: regionHref(code, chosen),
    value: measureOf(measure, area),
    words: wordValue({ t, f }, measure, area, horizonDays),
  }));
  const steps = stepsOf(
    measure,
    places.flatMap((place) => place.value ?? []),
  );
  const measureName = t(`office.measures.${measure}`);
  return (
    <div className={css.side}>
      <Panel>
        <div className={mapCss.frame}>
          <RegionMap
            outline={outline}
            places={places}
            steps={steps}
            title={t('office.map', { region: region.name, measure: measureName })}
            linkLabel={(place) => t('office.mapLink', { name: place.name, measure: measureName, value: place.words })}
          />
        </div>
        <MapLegend
          steps={steps}
          title={`${measureName}（${t(`office.units.${measure}`)}）`}
          noData={t('office.noData')}
          wordStep={(step) => wordStep(step, measure, { t, f, horizonDays })}
        />
        <p className={css.mapNotice}>{t('office.mapNotice')}</p>
      </Panel>
    </div>
  );
}

function wordStep(step: Step, measure: Measure, words: { t: Text['t']; f: Text['f']; horizonDays: number }): string {
  const { t, f, horizonDays } = words;
  const open = step.most === Number.POSITIVE_INFINITY;
  if (measure === 'wait') {
    const last = step.most - 1;
    if (open) return `≥ ${t('office.days', { days: step.least })}`;
    return step.least === last
      ? wordDays({ t }, step.least, horizonDays)
      : `${step.least}–${t('office.days', { days: last })}`;
  }
  if (measure === 'bookings' || measure === 'residents')
    return open ? `≥ ${f.number(step.least)}` : `${f.number(step.least)}–${f.number(step.most - 1)}`;
  return open ? `${step.least}–100%` : `${step.least}–${step.most}%`;
}
