import Link from 'next/link';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { StatusBadge } from '../../../_ui/callout.tsx';
import { Section } from '../../../_ui/page-head.tsx';
import { Facts } from '../../../_ui/table.tsx';
import { drawTones } from '../../draws/draw-tones.ts';
import css from '../../staff.module.css';
import { MarkDraw } from './mark-draw.tsx';

/** Whether this session's numbers are given by draw, how that stands, and changing it. */
export async function DrawPanel({ sessionId, blocked }: { sessionId: string; blocked: string | null }) {
  const { t, f } = await getText();
  const { draw } = await load(`/staff/sessions/${sessionId}`, api().draws.ofSession.query({ sessionId }));
  return (
    <Section
      title={t('draw.markTitle')}
      side={draw ? <StatusBadge tone={drawTones[draw.phase]}>{t(`draw.phase.${draw.phase}`)}</StatusBadge> : null}
    >
      {draw ? (
        <>
          <Facts
            facts={[
              { label: t('draw.intake'), value: `${f.moment(draw.opensAt)} – ${f.moment(draw.closesAt)}` },
              { label: t('draw.requests'), value: <b className="digits">{draw.requests}</b> },
              { label: t('draw.numbers'), value: <b className="digits">{draw.numbers}</b> },
            ]}
          />
          <p>
            <Link href={`/draws/${draw.facilityId}/${draw.sessionId}`} prefetch={false}>
              {t('draw.publicPage')}
            </Link>
            {draw.phase === 'open' ? (
              <>
                {' · '}
                <Link href={`/staff/draws?session=${draw.sessionId}&facility=${draw.facilityId}`} prefetch={false}>
                  {t('draw.enterFor')}
                </Link>
              </>
            ) : null}
          </p>
        </>
      ) : (
        <p className={css.lead}>{t('draw.markLead')}</p>
      )}
      {draw === null || draw.phase === 'coming' ? (
        <TextProvider areas={['draw']}>
          <MarkDraw sessionId={sessionId} marked={draw !== null} blocked={blocked} />
        </TextProvider>
      ) : null}
    </Section>
  );
}
