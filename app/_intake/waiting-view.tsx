import Link from 'next/link';
import type { z } from 'zod';
import type { waitingOutput } from '#server/his-sync/intake/schema.ts';
import { getText } from '../_text/server.ts';
import { TextProvider } from '../_text/text-provider.tsx';
import { Callout, EmptyState } from '../_ui/callout.tsx';
import { PageHead, Panel, Section, Stack } from '../_ui/page-head.tsx';
import { Facts } from '../_ui/table.tsx';
import css from './intake.module.css';
import { readReason } from './reason.ts';
import { RerunButton } from './rerun-button.tsx';
import { typeWord } from './words.ts';

export type WaitingQuery = { type: string; reason: string; page: number };
type Props = {
  found: z.infer<typeof waitingOutput>;
  query: WaitingQuery;
  href: string;
  facilityId: string | null;
};

/** What waits for one reason: why, what to do, and the resources themselves, masked. */
export async function WaitingView({ found, query, href, facilityId }: Props) {
  const { t } = await getText();
  const { group, items, total, pageSize } = found;
  const { place, why } = readReason(query.reason);
  const wish = { resourceType: query.type, reason: query.reason };
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const to = (page: number) =>
    `${href}/waiting?${new URLSearchParams({ type: query.type, reason: query.reason, page: String(page) })}`;
  return (
    <TextProvider areas={['intake']}>
      <PageHead
        title={`${typeWord(t, query.type)} · ${t(`intake.why.${why}.title`)}`}
        back={{ href, label: t('intake.backHere') }}
        lead={facilityId ? found.facility.name : undefined}
      />
      <Panel>
        <Facts
          facts={[
            { label: t('intake.waiting.place'), value: <span className={css.place}>{place}</span> },
            { label: t('intake.waiting.way'), value: t(`intake.why.${why}.way`) },
          ]}
        />
      </Panel>
      {group === null ? <EmptyState title={t('intake.waiting.settled')} /> : null}
      {group && !group.rereadable ? <Callout tone="info">{t('intake.waiting.everyPull')}</Callout> : null}
      <RerunPart {...{ facilityId, wish }} offered={group?.rereadable ?? false} />
      {items.map((item) => (
        <Item
          key={`${item.firstSeenAt.getTime()} ${item.resourceId} ${item.version}`}
          {...{ item, facilityId, wish }}
        />
      ))}
      {pages > 1 ? (
        <div className={css.pages}>
          {query.page > 1 ? <Link href={to(query.page - 1)}>{t('kit.prev')}</Link> : null}
          <span>{t('intake.waiting.page', { page: query.page, pages })}</span>
          {query.page < pages ? <Link href={to(query.page + 1)}>{t('kit.next')}</Link> : null}
        </div>
      ) : null}
    </TextProvider>
  );
}

/** Stays when the list is empty, so that what came of the press can be read. */
const RerunPart = ({ offered, ...rest }: Wish & { offered: boolean }) => (
  <div hidden={!offered}>
    <Stack>
      <RerunButton {...rest} />
    </Stack>
  </div>
);

type Wish = { facilityId: string | null; wish: { resourceType: string; reason: string } };

async function Item({ item, facilityId, wish }: Wish & { item: Props['found']['items'][number] }) {
  const { t, f } = await getText();
  return (
    <Section>
      <Panel>
        <Stack>
          <Facts
            facts={[
              {
                label: t('intake.waiting.resource'),
                value: item.resourceId ? (
                  <span className={css.place}>{item.resourceId}</span>
                ) : (
                  t('intake.waiting.hidden')
                ),
              },
              { label: t('intake.waiting.version'), value: <span className={css.place}>{item.version}</span> },
              { label: t('intake.waiting.since'), value: f.moment(item.firstSeenAt) },
              {
                label: t('intake.waiting.tried'),
                value: item.triedAt ? t('intake.waiting.tries', { n: item.tries }) : t('intake.waiting.notTried'),
              },
            ]}
          />
          <details>
            <summary>{t('intake.waiting.masked')}</summary>
            <p className={css.note}>{t('intake.waiting.maskedNote')}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text must be scrolled by keyboard too */}
            <pre className={css.masked} tabIndex={0}>
              {item.masked}
            </pre>
          </details>
          {item.resourceId ? (
            <RerunButton facilityId={facilityId} wish={{ ...wish, resourceId: item.resourceId }} />
          ) : null}
        </Stack>
      </Panel>
    </Section>
  );
}
