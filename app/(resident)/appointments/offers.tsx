import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { VisitTime } from '../../_text/visit-time.tsx';
import { api } from '../../_trpc/server.ts';
import { Callout } from '../../_ui/callout.tsx';
import { Stack } from '../../_ui/page-head.tsx';
import { Facts } from '../../_ui/table.tsx';
import { OfferButtons } from './offer-buttons.tsx';

/** Numbers kept for the visitor because a clinic fell away: take or leave, one press each. */
export async function Offers({ appointmentId }: { appointmentId?: string }) {
  const { t, f } = await getText();
  const offers = await api().booking.offers.query();
  const open = offers.filter(
    (offer) => offer.status === 'open' && (!appointmentId || offer.appointmentId === appointmentId),
  );
  if (open.length === 0) return null;
  return (
    <TextProvider areas={['inbox']}>
      <Stack>
        {open.map((offer) => (
          <Callout key={offer.id} tone="wait" title={t('inbox.offer')}>
            <p>
              {t('inbox.offerLead', {
                ...{ facility: offer.facilityName, department: offer.departmentName, name: offer.residentName },
              })}
            </p>
            <Facts
              facts={[
                { label: t('book.time'), value: <VisitTime start={offer.windowStart} end={offer.windowEnd} /> },
                {
                  label: t('book.doctor'),
                  value: [offer.practitionerName ?? t('find.anyDoctor'), offer.practitionerTitle]
                    .filter(Boolean)
                    .join(' '),
                },
                { label: t('book.fee'), value: t('book.feeAtDesk', { fee: f.money(offer.feeFen) }) },
              ]}
            />
            <p>{t('inbox.offerUntil', { time: f.moment(offer.expiresAt) })}</p>
            <OfferButtons facilityId={offer.facilityId} offerId={offer.id} />
          </Callout>
        ))}
        <span />
      </Stack>
    </TextProvider>
  );
}
