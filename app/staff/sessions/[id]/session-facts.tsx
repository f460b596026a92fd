import Link from 'next/link';
import type { ConsoleSession } from '#server/schedules/schema/console.ts';
import { getText } from '../../../_text/server.ts';
import { Panel } from '../../../_ui/page-head.tsx';
import { Facts } from '../../../_ui/table.tsx';

/** Who, when, what it costs, when it can be booked, and where it comes from. */
export async function SessionFacts({ session: s }: { session: ConsoleSession }) {
  const { t, f } = await getText();
  const origin = s.fromHospital ? 'fromHospital' : s.templateId ? 'fromTemplate' : 'fromHand';
  const doctor = `${s.practitionerName ?? t('clinic.anyDoctor')} ${s.practitionerTitle ?? ''}`;
  const facts = [
    { label: t('clinic.session.doctor'), value: doctor },
    { label: t('clinic.session.time'), value: f.visit(s.startsAt, s.endsAt) },
    { label: t('clinic.session.type'), value: `${t(`clinic.numberType.${s.numberType}`)} · ${f.money(s.feeFen)}` },
    { label: t('clinic.session.release'), value: s.state === 'draw' ? t('draw.afterDraw') : f.moment(s.releaseAt) },
    { label: t('clinic.session.close'), value: f.moment(s.closeAt) },
    { label: t('clinic.session.origin'), value: t(`clinic.session.${origin}`) },
    ...(s.suspendReason ? [{ label: t('clinic.session.reason'), value: s.suspendReason }] : []),
  ];
  return (
    <Panel>
      <Facts facts={facts} />
      <p>
        <Link href={`/staff?date=${s.date}&department=${encodeURIComponent(s.departmentId)}`} prefetch={false}>
          {t('clinic.session.patients')}
        </Link>
      </p>
    </Panel>
  );
}
