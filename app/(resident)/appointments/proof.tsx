import QRCode from 'qrcode';
import type { AppointmentView } from '#server/booking/schema.ts';
import { getText } from '../../_text/server.ts';
import { VisitTime } from '../../_text/visit-time.tsx';
import { api } from '../../_trpc/server.ts';
import { Facts } from '../../_ui/table.tsx';
import { preparationLines } from '../arrive/preparation-list.tsx';
import { VisitStatus } from './visit-card.tsx';
import css from './visits.module.css';

type Fact = { label: string; value: string };

/** Code, QR and facts on one slip: readable offline, by a helper, and on one A5 page (A41). `more` comes last. */
export async function Proof({ visit, more = [] }: { visit: AppointmentView; more?: Fact[] }) {
  const { t, f } = await getText();
  const valid = visit.status === 'booked' || visit.status === 'arrived';
  const doctor = [visit.practitionerName ?? t('find.anyDoctor'), visit.practitionerTitle].filter(Boolean).join(' ');
  const type = t(`find.numberType.${visit.numberType as 'ordinary'}`);
  return (
    <article className={css.proof} aria-label={t('visits.proof')}>
      <p className={css.paperTitle}>
        {t('shell.name')} · {t('visits.proof')}
      </p>
      {valid ? <CodeAndQr visit={visit} /> : null}
      <div className={css.proofBody}>
        <Facts
          large={valid}
          facts={[
            { label: t('book.person'), value: <strong>{visit.residentName}</strong> },
            { label: t('book.time'), value: <VisitTime start={visit.windowStart} end={visit.windowEnd} /> },
            { label: t('visits.numberLabel'), value: t('visits.number', { number: visit.ticketNumber }) },
            { label: t('book.facility'), value: visit.facilityName },
            { label: t('book.department'), value: [visit.departmentName, visit.place].filter(Boolean).join(' · ') },
            { label: t('book.doctor'), value: `${doctor} · ${type}` },
            ...(visit.facilityAddress ? [{ label: t('find.address'), value: visit.facilityAddress }] : []),
            { label: t('book.fee'), value: t('book.feeAtDesk', { fee: f.money(visit.feeFen) }) },
            ...(valid ? [{ label: t('book.cancelBy'), value: f.moment(visit.cancelBy) }] : []),
            ...(visit.cancelReason ? [{ label: t('visits.reason'), value: await wordReason(visit.cancelReason) }] : []),
            ...(valid ? await prepareFacts(visit) : []),
            { label: t('visits.bookedAt'), value: f.stamp(visit.createdAt) },
            ...more,
          ]}
        />
        {valid ? null : <VisitStatus status={visit.status} />}
        <div className={css.paperOnly}>
          <p>{t('visits.proofLead')}</p>
          <p>{t('visits.rights')}</p>
          <p>{t('visits.printedAt', { time: f.stamp(new Date()) })}</p>
        </div>
      </div>
    </article>
  );
}

/** What to do before coming, as one line of the slip; a slip without it is still a proof. */
async function prepareFacts({ departmentId, numberType }: AppointmentView) {
  const text = await getText();
  const preparation = await api()
    .navigation.arrive.preparation.query({ departmentId, numberType: numberType as 'ordinary' })
    .catch(() => null);
  if (!preparation) return [];
  const value = preparationLines(text, preparation).join(text.locale === 'en' ? '. ' : '；');
  return [{ label: text.t('arrive.prepare.title'), value }];
}

async function CodeAndQr({ visit }: { visit: AppointmentView }) {
  const { t } = await getText();
  const svg = await QRCode.toString(`HM1:${visit.facilityId}:${visit.code}`, {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: 0,
  });
  return (
    <div className={css.proofTop}>
      <div>
        <p className={css.codeLabel}>{t('visits.code')}</p>
        <strong className={css.code} data-testid="booking-code">
          {visit.code.slice(0, 4)} {visit.code.slice(4)}
        </strong>
        <p className={css.codeHint}>{t('visits.codeHint')}</p>
      </div>
      <div
        className={css.qr}
        role="img"
        aria-label={t('visits.qrLabel', { code: visit.code })}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here from a code of eight known letters
        dangerouslySetInnerHTML={{ __html: svg }}
      />
    </div>
  );
}

/** Reasons of the platform are words of ours; those that a person typed are shown as typed. */
async function wordReason(reason: string): Promise<string> {
  const { t } = await getText();
  const known = ['clinic-stopped', 'rescheduled', 'timeout', 'by-proxy'] as const;
  const found = known.find((word) => word === reason);
  return found ? t(`visits.reasonText.${found}`) : reason;
}
