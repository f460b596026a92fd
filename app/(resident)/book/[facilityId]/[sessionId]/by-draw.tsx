import type { SessionView } from '#server/schedules/schema.ts';
import { getText } from '../../../../_text/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';

/** No race for this session: when requests are taken, and where. */
export async function ByDraw({ session }: { session: SessionView }) {
  const { t, f } = await getText();
  const { drawOpensAt, drawClosesAt } = session;
  return (
    <Callout tone="info" title={t('draw.bookTitle')}>
      {drawOpensAt && drawClosesAt ? (
        <p>{t('draw.bookLead', { opens: f.moment(drawOpensAt), closes: f.moment(drawClosesAt) })}</p>
      ) : null}
      <ButtonLink href={`/draws/${session.facilityId}/${session.id}`} prefetch={false}>
        {t('draw.enterHere')}
      </ButtonLink>
    </Callout>
  );
}
