import type { Metadata } from 'next';
import type { WaitView } from '#server/waitlist/schema.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { EmptyState } from '../../../_ui/callout.tsx';
import { Column, PageHead, Section } from '../../../_ui/page-head.tsx';
import { WaitCard } from './wait-card.tsx';
import css from './waits.module.css';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('wait.title') };
}

const isOpen = (wait: WaitView) => wait.state === 'waiting' || wait.state === 'offered';

/** Where the account's people stand in waiting lists, kept numbers first. */
export default async function WaitsPage() {
  const { t, f } = await getText();
  const { waits, asOf } = await load('/me/waits', api().waitlist.mine.query());
  const open = waits.filter(isOpen).sort((a, b) => Number(b.state === 'offered') - Number(a.state === 'offered'));
  const ended = waits.filter((wait) => !isOpen(wait));
  return (
    <Column>
      <PageHead
        title={t('wait.title')}
        back={{ href: '/me', label: t('me.title') }}
        lead={t('wait.lead')}
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      <TextProvider areas={['wait', 'kit', 'fault']}>
        {open.length === 0 ? (
          <EmptyState title={t('wait.empty')} action={<ButtonLink href="/hospitals">{t('wait.find')}</ButtonLink>}>
            {t('wait.emptyHint')}
          </EmptyState>
        ) : (
          <Cards waits={open} />
        )}
        {ended.length > 0 ? (
          <Section title={t('wait.ended')}>
            <Cards waits={ended} />
          </Section>
        ) : null}
      </TextProvider>
    </Column>
  );
}

const Cards = ({ waits }: { waits: WaitView[] }) => (
  <ul className={css.list}>
    {waits.map((wait) => (
      <li key={wait.id}>
        <WaitCard wait={wait} />
      </li>
    ))}
  </ul>
);
