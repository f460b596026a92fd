import type { Metadata } from 'next';
import { getText } from '../../_text/server.ts';
import { api, getMe, load } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { EmptyState } from '../../_ui/callout.tsx';
import { Column, PageHead, Section } from '../../_ui/page-head.tsx';
import { DrawCard } from './draw-line.tsx';
import css from './draws.module.css';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('draw.title') };
}

/** Every draw in the open, without signing in; one's own requests come first. */
export default async function DrawsPage() {
  const { t, f } = await getText();
  const [{ draws, asOf }, me] = await load('/draws', Promise.all([api().draws.list.query({}), getMe()]));
  const mine = me.kind === 'resident' && me.residentId ? (await api().draws.mine.query({})).entries : [];
  const coming = draws.filter((draw) => draw.phase !== 'drawn' && draw.phase !== 'void');
  const done = draws.filter((draw) => draw.phase === 'drawn' || draw.phase === 'void');
  return (
    <Column>
      <PageHead
        title={t('draw.title')}
        lead={t('draw.lead')}
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
        back={{ href: '/hospitals', label: t('shell.find') }}
      />
      {mine.length > 0 ? (
        <Section title={t('draw.mine')}>
          <ul className={css.list}>
            {mine.map((entry) => (
              <li key={entry.entryId}>
                <DrawCard draw={entry}>
                  <span>
                    {entry.residentName} · <strong>{t(`draw.state.${entry.status}`)}</strong> · {t('draw.receipt')}{' '}
                    <span className="digits">{entry.receipt}</span>
                  </span>
                </DrawCard>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t('draw.openNow')}>
        {coming.length === 0 ? (
          <EmptyState title={t('draw.none')} action={<ButtonLink href="/hospitals">{t('draw.findOthers')}</ButtonLink>}>
            {t('draw.noneHint')}
          </EmptyState>
        ) : (
          <ul className={css.list}>
            {coming.map((draw) => (
              <li key={draw.sessionId}>
                <DrawCard draw={draw} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {done.length > 0 ? (
        <Section title={t('draw.done')}>
          <ul className={css.list}>
            {done.map((draw) => (
              <li key={draw.sessionId}>
                <DrawCard draw={draw} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Column>
  );
}
