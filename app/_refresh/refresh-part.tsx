import type { RefreshView } from '#server/his-sync/refresh/schema.ts';
import { getText } from '../_text/server.ts';
import { TextProvider } from '../_text/text-provider.tsx';
import { StatusBadge, type Tone } from '../_ui/callout.tsx';
import { KeepFresh } from '../_ui/keep-fresh.tsx';
import { Panel, Row } from '../_ui/page-head.tsx';
import { SimpleTable } from '../_ui/table.tsx';
import css from './refresh.module.css';
import { RefreshButton } from './refresh-button.tsx';

/** `name`: of somebody whose record this is, and who is not the visitor. */
type Props = { view: RefreshView; residentId: string; name?: string | undefined; ofPatient?: boolean };
type Hospital = RefreshView['hospitals'][number];

/** News from all hospitals of one person: the button, how far it is, and who could not be reached. */
export async function RefreshPart({ view, residentId, name, ofPatient = false }: Props) {
  const { t, f } = await getText();
  const failed = view.hospitals.some((one) => one.state === 'failed');
  const label = ofPatient ? t('refresh.askPatient') : name ? t('refresh.askOf', { name }) : t('refresh.ask');
  const lead = ofPatient ? t('refresh.leadPatient') : name ? t('refresh.leadOf', { name }) : t('refresh.lead');
  return (
    <TextProvider areas={['refresh']}>
      <div className={css.part}>
        <Panel>
          <Row>
            <RefreshButton {...{ residentId, ofPatient }} disabled={view.running || view.nextAt !== null}>
              {label}
            </RefreshButton>
            {view.nextAt && !view.running ? (
              <span className={css.hint}>{t('refresh.again', { time: f.time(view.nextAt) })}</span>
            ) : null}
          </Row>
          <p className={css.state} role="status">
            {view.askedAt ? await sentenceOf(view, view.askedAt) : lead}
          </p>
          {view.hospitals.length > 0 ? (
            <details className={css.hospitals} open={failed}>
              <summary>{t('refresh.hospitals')}</summary>
              <HospitalTable rows={view.hospitals} />
            </details>
          ) : null}
          {view.running ? <KeepFresh everyMs={1500} /> : null}
        </Panel>
      </div>
    </TextProvider>
  );
}

async function sentenceOf({ running, hospitals }: RefreshView, askedAt: Date): Promise<string> {
  const { t, f } = await getText();
  const total = hospitals.length;
  const failed = hospitals.filter((one) => one.state === 'failed').length;
  const done = hospitals.filter((one) => one.state !== 'waiting').length;
  const news = hospitals.reduce((sum, one) => sum + one.news, 0);
  if (running) return t('refresh.running', { total, done });
  const time = f.moment(askedAt);
  if (failed === total) return t('refresh.nobody', { time });
  if (failed > 0) return t('refresh.partly', { time, total, failed, news });
  return news > 0 ? t('refresh.done', { time, total, news }) : t('refresh.doneNothing', { time, total });
}

async function HospitalTable({ rows }: { rows: Hospital[] }) {
  const { t } = await getText();
  // who could not be reached stands first
  const sorted = rows.toSorted((a, b) => Number(b.state === 'failed') - Number(a.state === 'failed'));
  return (
    <SimpleTable
      caption={t('refresh.hospitals')}
      rows={sorted}
      rowKey={(row) => row.facilityId}
      columns={[
        { key: 'name', label: t('records.hospital'), cell: (row) => row.facilityName },
        { key: 'answer', label: t('refresh.answer'), cell: (row) => <Answer hospital={row} /> },
      ]}
    />
  );
}

const tones: Record<Hospital['state'], Tone> = { waiting: 'wait', done: 'good', failed: 'stop' };

async function Answer({ hospital: { state, news, trouble } }: { hospital: Hospital }) {
  const { t } = await getText();
  const done = news > 0 ? t('refresh.news', { count: news }) : t('refresh.nothing');
  return (
    <>
      <StatusBadge tone={tones[state]}>{state === 'done' ? done : t(`refresh.state.${state}`)}</StatusBadge>
      {trouble ? <span className={css.why}>{t(`refresh.trouble.${trouble}`)}</span> : null}
    </>
  );
}
