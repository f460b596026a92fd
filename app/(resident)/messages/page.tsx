import type { Metadata } from 'next';
import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, load } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { EmptyState } from '../../_ui/callout.tsx';
import { Column, PageHead } from '../../_ui/page-head.tsx';
import type { PageInput } from '../../_ui/page-input.ts';
import { Offers } from '../appointments/offers.tsx';
import { WaitOffers } from '../me/waits/wait-offers.tsx';
import css from './messages.module.css';
import { NoticeLine } from './notice-line.tsx';
import { ReadAllButton } from './read-all-button.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('inbox.title') };
}

export default async function MessagesPage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const { cursor } = await searchParams;
  const [page, { people }] = await load(
    '/messages',
    Promise.all([
      api().notices.list.query({ limit: 20, cursor: typeof cursor === 'string' ? cursor : null }),
      api().residents.family.query(),
    ]),
  );
  const names = new Map(people.map((person) => [person.id, person.name]));
  return (
    <Column>
      <PageHead title={t('inbox.title')} updated={t('kit.updatedAt', { time: f.time(new Date()) })} />
      <Offers />
      <WaitOffers />
      {page.unread > 0 ? (
        <TextProvider areas={['inbox']}>
          <div className={css.tools}>
            <ReadAllButton />
          </div>
        </TextProvider>
      ) : null}
      {page.items.length === 0 ? (
        <EmptyState title={t('inbox.empty')} action={<ButtonLink href="/hospitals">{t('visits.bookNow')}</ButtonLink>}>
          {t('inbox.emptyHint')}
        </EmptyState>
      ) : (
        <ul className={css.list}>
          {page.items.map((notice) => (
            <NoticeLine
              key={notice.id}
              notice={notice}
              name={people.length > 1 ? names.get(notice.residentId) : undefined}
            />
          ))}
        </ul>
      )}
      {page.next ? (
        <p className={css.pager}>
          <ButtonLink href={`/messages?cursor=${encodeURIComponent(page.next)}`} look="second" prefetch={false}>
            {t('kit.next')}
          </ButtonLink>
        </p>
      ) : null}
    </Column>
  );
}
