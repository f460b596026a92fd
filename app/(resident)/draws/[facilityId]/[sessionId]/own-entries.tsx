import { waitsNow } from '#server/draws/rules.ts';
import type { OwnEntry } from '#server/draws/schema.ts';
import { getText, type Text } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { StatusBadge, type Tone } from '../../../../_ui/callout.tsx';
import { Panel, Section } from '../../../../_ui/page-head.tsx';
import css from '../../draws.module.css';
import { wordPassed } from '../../word-passed.ts';
import { WithdrawButton } from './withdraw-button.tsx';

const tones: Record<OwnEntry['status'], Tone> = {
  waiting: 'wait',
  withdrawn: 'plain',
  won: 'good',
  lost: 'plain',
  passed: 'stop',
};

/** Where each request of the family stands, and the next step it leaves open. */
export async function OwnEntries({ entries, phase }: { entries: OwnEntry[]; phase: OwnEntry['phase'] }) {
  const { t } = await getText();
  return (
    <Section title={t('draw.mine')}>
      <Panel>
        {entries.map((entry) => (
          <div key={entry.entryId} className={css.entry}>
            <p className={css.top}>
              <strong>{entry.residentName}</strong>
              <StatusBadge tone={tones[entry.status]}>{t(`draw.state.${entry.status}`)}</StatusBadge>
            </p>
            <p className={css.fine}>
              {t('draw.receipt')} <span className="digits">{entry.receipt}</span> · {t(`draw.channel.${entry.channel}`)}
            </p>
            {resultLines(t, entry).map((line) => (
              <p key={line}>{line}</p>
            ))}
            <NextStep entry={entry} open={phase === 'open'} />
          </div>
        ))}
      </Panel>
    </Section>
  );
}

function resultLines(t: Text['t'], entry: OwnEntry): string[] {
  const place = entry.place ?? 0;
  if (entry.status === 'withdrawn') return [t('draw.withdrawn')];
  if (entry.status === 'won') return [t('draw.wonLine', { place, number: entry.ticketNumber ?? 0 })];
  if (entry.status === 'passed') return [t('draw.passedLine', { place }), wordPassed(t, entry.rule ?? '')];
  if (entry.status === 'lost') {
    if (entry.rule === 'stopped') return [t('draw.lostVoid')];
    return [t('draw.lostLine', { place }), ...(entry.rule === waitsNow ? [t('draw.waitsLine')] : [])];
  }
  return [];
}

async function NextStep({ entry, open }: { entry: OwnEntry; open: boolean }) {
  const { t } = await getText();
  const { facilityId, sessionId, entryId } = entry;
  if (entry.status === 'waiting' && open) {
    return (
      <TextProvider areas={['draw']}>
        <WithdrawButton {...{ facilityId, sessionId, entryId }} />
      </TextProvider>
    );
  }
  if (entry.status === 'won' && entry.appointmentId) {
    return (
      <ButtonLink href={`/appointments/${facilityId}/${entry.appointmentId}`} look="second">
        {t('draw.toAppointment')}
      </ButtonLink>
    );
  }
  if (entry.status === 'lost' && entry.rule !== 'stopped') {
    const waits = entry.rule === waitsNow;
    return (
      <ButtonLink href={waits ? '/me/waits' : `/book/${facilityId}/${sessionId}`} look="second">
        {t(waits ? 'draw.seeWaits' : 'draw.toWaitlist')}
      </ButtonLink>
    );
  }
  return null;
}
