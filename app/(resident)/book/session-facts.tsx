import type { SessionView } from '#server/schedules/schema.ts';
import { getText } from '../../_text/server.ts';
import { Facts } from '../../_ui/table.tsx';

type Props = { session: SessionView; facilityName: string; place: string };

/** What was chosen so far. */
export async function SessionFacts({ session, facilityName, place }: Props) {
  const { t, f } = await getText();
  return (
    <Facts
      facts={[
        { label: t('book.facility'), value: facilityName },
        { label: t('book.department'), value: session.departmentName },
        {
          label: t('book.doctor'),
          value: `${[session.practitionerName ?? t('find.anyDoctor'), session.practitionerTitle].filter(Boolean).join(' ')} · ${t(`find.numberType.${session.numberType}`)}`,
        },
        {
          label: t('book.time'),
          value: `${f.day(session.date)} ${t(`find.halfDay.${session.halfDay}`)} ${f.span(session.startsAt, session.endsAt)}`,
        },
        ...(place ? [{ label: t('book.place'), value: place }] : []),
        { label: t('book.fee'), value: t('book.feeAtDesk', { fee: f.money(session.feeFen) }) },
      ]}
    />
  );
}
