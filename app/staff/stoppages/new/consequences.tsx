import type { ReactNode } from 'react';
import type { Preview } from '#server/stoppages/schema.ts';
import { getText } from '../../../_text/server.ts';
import { EmptyState } from '../../../_ui/callout.tsx';
import { Panel, Section } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import css from '../../staff.module.css';

/** What stopping means, line by line and day by day; the form follows only where there is something to stop. */
export async function Consequences({ preview: p, children }: { preview: Preview; children: ReactNode }) {
  const { t, f } = await getText();
  if (p.sessions + p.planned === 0) {
    return (
      <Section>
        <EmptyState title={t('stoppage.new.nothing')}>
          {p.fromHospital > 0
            ? t('stoppage.new.fromHospital', { count: p.fromHospital })
            : t('stoppage.new.nothingText')}
        </EmptyState>
      </Section>
    );
  }
  const lines = [
    t('stoppage.new.sessions', { count: p.sessions }),
    t('stoppage.new.people', { count: p.people }),
    ...(p.people > 0 ? [t('stoppage.new.like', { count: p.likeNumbers })] : []),
    ...(p.free > 0 ? [t('stoppage.new.free', { count: p.free })] : []),
    ...(p.arrived > 0 ? [t('stoppage.new.arrived', { count: p.arrived })] : []),
    ...(p.planned > 0 ? [t('stoppage.new.planned', { count: p.planned })] : []),
    ...(p.fromHospital > 0 ? [t('stoppage.new.fromHospital', { count: p.fromHospital })] : []),
    t('stoppage.new.final'),
  ];
  return (
    <Section title={t('stoppage.new.what')}>
      <Panel>
        <ul className={css.list}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {p.days.length > 0 ? (
          <details className={css.details}>
            <summary>{t('stoppage.new.byDay')}</summary>
            <SimpleTable
              caption={t('stoppage.new.byDay')}
              rows={p.days}
              rowKey={(day) => day.date}
              columns={[
                { key: 'd', label: t('stoppage.new.day'), cell: (day) => f.day(day.date) },
                { key: 's', label: t('stoppage.new.clinics'), align: 'end', cell: (day) => f.number(day.sessions) },
                { key: 'p', label: t('stoppage.people'), align: 'end', cell: (day) => f.number(day.people) },
              ]}
            />
          </details>
        ) : null}
        {children}
      </Panel>
    </Section>
  );
}
