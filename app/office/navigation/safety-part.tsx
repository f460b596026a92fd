import type { GuideReport } from '#server/reports/schema/guide.ts';
import { getText } from '../../_text/server.ts';
import { Callout } from '../../_ui/callout.tsx';
import { Section } from '../../_ui/page-head.tsx';
import { wordPercent } from '../figures.ts';
import css from '../office.module.css';
import { shareOf, type Words, wordPeople, wordShare } from './figure-columns.tsx';
import { verdictOf } from './verdict.ts';

/** The evidence of safety (E3): what is proven, and by which numbers. */
export async function SafetyPart({ report }: { report: GuideReport }) {
  const { t, f } = await getText();
  const { total, cases } = report;
  const words: Words = { t, f, smallest: report.smallest };
  const bar = wordPercent(report.bar * 100);
  const n = f.number;
  const count = (value: number | null) => wordPeople(words, value);
  const tiles = [
    {
      label: t('guideReport.tile.missed'),
      value: n(cases.missed),
      note: t('guideReport.tile.missedNote', {
        emergencies: n(cases.emergencies),
        stored: n(cases.stored),
        passing: n(cases.passing),
      }),
    },
    {
      label: t('guideReport.tile.urgent'),
      value: count(total.urgent),
      note: t('guideReport.tile.urgentNote', { visits: count(total.visits) }),
    },
    {
      label: t('guideReport.tile.atMost'),
      value: total.urgentAtMost === null ? t('guideReport.none') : wordShare(total.urgentAtMost),
      note: t('guideReport.tile.atMostNote', { bar }),
    },
    {
      label: t('guideReport.tile.first'),
      value: wordPercent(shareOf(total.first, total.visits)),
      note: t('guideReport.tile.firstNote', { first: count(total.first), visits: count(total.visits) }),
    },
    {
      label: t('guideReport.tile.among'),
      value: wordPercent(shareOf(total.among, total.visits)),
      note: t('guideReport.tile.amongNote', { among: count(total.among), visits: count(total.visits) }),
    },
    {
      label: t('guideReport.tile.rerouted'),
      value: count(total.rerouted),
      note: t('guideReport.tile.reroutedNote'),
    },
  ];
  return (
    <Section title={t('guideReport.safety')}>
      <Judgement report={report} bar={bar} />
      <dl className={css.tiles}>
        {tiles.map((tile) => (
          <div key={tile.label} className={css.tile}>
            <dt>{tile.label}</dt>
            <dd className={css.figure}>{tile.value}</dd>
            <dd className={css.note}>{tile.note}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

async function Judgement({ report, bar }: { report: GuideReport; bar: string }) {
  const { t } = await getText();
  const { total, cases } = report;
  const verdict = verdictOf(report);
  const texts = {
    kept: t('guideReport.keptText', { bar }),
    open: t('guideReport.openText', {
      bar,
      atMost: total.urgentAtMost === null ? t('guideReport.none') : wordShare(total.urgentAtMost),
    }),
    missed: t('guideReport.brokenMissed', { missed: cases.missed }),
    urgent: t('guideReport.brokenUrgent', { bar, share: wordPercent(shareOf(total.urgent, total.visits)) }),
  };
  const tone = { kept: 'good', open: 'wait', missed: 'stop', urgent: 'stop' } as const;
  const title = { kept: 'kept', open: 'open', missed: 'broken', urgent: 'broken' } as const;
  return (
    <div className={css.verdict}>
      <Callout tone={tone[verdict]} title={t(`guideReport.${title[verdict]}`)}>
        <p>{texts[verdict]}</p>
      </Callout>
    </div>
  );
}
