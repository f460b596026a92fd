import type { Metadata } from 'next';
import { regionTime } from '#server/kernel/clock.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../_trpc/server.ts';
import { StatusBadge, type Tone } from '../../../_ui/callout.tsx';
import { PageHead, Section } from '../../../_ui/page-head.tsx';
import { mayAddExtra, mayKeepSessions } from '../../duties.ts';
import css from '../../staff.module.css';
import { ChangeForm } from './change-form.tsx';
import { GivingNumbers } from './giving-numbers.tsx';
import { Ledger } from './ledger.tsx';
import { SessionFacts } from './session-facts.tsx';
import { StopClinic } from './stop-clinic.tsx';
import { WithoutNumber } from './without-number.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('clinic.calendar.title') };
}

const tones: Record<string, Tone> = {
  open: 'good',
  full: 'wait',
  'not-released': 'info',
  draw: 'info',
  closed: 'plain',
  stopped: 'stop',
  halted: 'stop',
};

/** One session: its facts, its ledger, and what may be done to it, with the reason where it may not. */
export default async function SessionPage({ params }: { params: Promise<{ id: string }> }) {
  const { t, f } = await getText();
  const { id } = await params;
  const path = `/staff/sessions/${id}`;
  const s = await load(path, api().schedules.facilitySession.query({ sessionId: id }));
  const [me, directory, rules, day] = await load(
    path,
    Promise.all([
      getMe(),
      api().schedules.staffDirectory.query(),
      api().schedules.rules.query(),
      api().booking.dayList.query({ date: s.date, departmentId: s.departmentId }),
    ]),
  );
  const state = s.status === 'suspended' ? 'stopped' : s.status === 'ended' || s.endsAt <= new Date() ? 'over' : null;
  const why = (may: boolean, hospitalKeeps: boolean) => {
    const reason = state ?? (hospitalKeeps && s.fromHospital ? 'hospital' : may ? null : 'role');
    return reason ? t('clinic.session.because', { reason: t(`clinic.session.why.${reason}`) }) : null;
  };
  const keeper = mayKeepSessions(me.roles);
  const rows = day.rows.filter((row) => row.sessionId === s.id);
  const arrived = rows.filter((row) => row.status === 'arrived').length;
  const holders = rows.filter((row) => row.status === 'held' || row.status === 'booked').length;
  const doctors = directory.departments.find((d) => d.id === s.departmentId)?.practitioners ?? [];
  const limit = rules.today.extraPerSession;
  return (
    <>
      <PageHead
        back={{ href: `/staff/calendar?from=${s.date}`, label: t('clinic.session.back') }}
        title={t('clinic.session.title', {
          ...{ department: s.departmentName, day: f.day(s.date), half: t(`clinic.halfDay.${s.halfDay}`) },
        })}
        side={<StatusBadge tone={tones[s.state] ?? 'plain'}>{t(`clinic.state.${s.state}`)}</StatusBadge>}
        updated={t('kit.updatedAt', { time: f.time(day.asOf) })}
      />
      <div className={css.two}>
        <SessionFacts session={s} />
        <Ledger session={s} />
      </div>
      <WithoutNumber session={s} mayCall={keeper || me.roles.includes('desk')} />
      <TextProvider areas={['clinic']}>
        <div className={css.two}>
          <Section title={t('clinic.change.title')}>
            <ChangeForm
              session={s}
              doctors={doctors}
              times={{ startsAt: regionTime(s.startsAt), endsAt: regionTime(s.endsAt) }}
              blocked={why(keeper, true)}
            />
          </Section>
          <div>
            <GivingNumbers
              session={s}
              limit={limit}
              blocked={{ draw: why(keeper, false), extra: why(mayAddExtra(me.roles), false) }}
            />
            <Section title={t('clinic.stop.title')}>
              <StopClinic
                sessionId={s.id}
                holders={holders}
                free={s.ledger.free}
                arrived={arrived}
                blocked={why(keeper, true)}
              />
            </Section>
          </div>
        </div>
      </TextProvider>
    </>
  );
}
