import type { DrawView } from '#server/draws/schema.ts';
import { getText } from '../../../../_text/server.ts';
import { Panel, Section } from '../../../../_ui/page-head.tsx';
import { Facts } from '../../../../_ui/table.tsx';
import { drawPath } from '../../draw-line.tsx';
import css from '../../draws.module.css';

const steps = ['promise', 'list', 'order', 'check'] as const;

/** What was promised when, what was shown after, and how anybody draws again. */
export async function Proof({ draw }: { draw: DrawView }) {
  const { t, f } = await getText();
  const hash = (value: string | null) => (value ? <span className={css.hash}>{value}</span> : t('draw.notYet'));
  return (
    <Section title={t('draw.proof')} id="proof">
      <ol className={css.steps}>
        {steps.map((step) => (
          <li key={step}>{t(`draw.steps.${step}`)}</li>
        ))}
      </ol>
      <Panel>
        <Facts
          facts={[
            { label: t('draw.commitment'), value: hash(draw.commitment) },
            { label: t('draw.committedAt'), value: <span className="digits">{f.stamp(draw.committedAt)}</span> },
            { label: t('draw.seed'), value: hash(draw.seed) },
            ...(draw.phase === 'drawn'
              ? [
                  { label: t('draw.listHash'), value: hash(draw.listHash) },
                  { label: t('draw.digest'), value: hash(draw.digest) },
                ]
              : []),
          ]}
        />
      </Panel>
      {draw.phase === 'drawn' ? (
        <div className={css.check}>
          <p>
            {/* a file, not a page: the browser's own link keeps its name */}
            <a href={`${drawPath(draw)}/file`} download>
              {t('draw.download')}
            </a>
          </p>
          <p>{t('draw.verify')}</p>
          <code className={css.command}>npm run draw:verify -- draw.json --commitment {draw.commitment}</code>
        </div>
      ) : null}
      <p className={css.note}>{t('draw.limits')}</p>
    </Section>
  );
}
