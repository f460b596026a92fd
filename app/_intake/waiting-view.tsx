import type { z } from 'zod';
import type { waitingOutput } from '#server/his-sync/intake/schema.ts';
import { getText, type Text } from '../_text/server.ts';
import { TextProvider } from '../_text/text-provider.tsx';
import { Callout, EmptyState } from '../_ui/callout.tsx';
import { PageHead, Panel, Row, Stack } from '../_ui/page-head.tsx';
import { Pager, pagesOf } from '../_ui/pager.tsx';
import { Facts, SimpleTable, type TableColumn } from '../_ui/table.tsx';
import css from './intake.module.css';
import { readReason } from './reason.ts';
import { RerunButton } from './rerun-button.tsx';
import { typeWord } from './words.ts';

export type WaitingQuery = { type: string; reason: string; page: number };
type WaitingItem = z.infer<typeof waitingOutput>['items'][number];
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
  const to = (page: number) =>
    `${href}/waiting?${new URLSearchParams({ type: query.type, reason: query.reason, page: String(page) })}`;
  return (
    <TextProvider areas={['intake']}>
      <PageHead
        title={`${typeWord(t, query.type)} · ${t(`intake.why.${why}.title`)}`}
        back={{ href, label: t('intake.backHere') }}
        lead={facilityId ? found.facility.name : undefined}
      />
      <Stack>
        <Panel>
          <Facts
            facts={[
              { label: t('intake.waiting.place'), value: <span className={css.place}>{place}</span> },
              { label: t('intake.waiting.way'), value: t(`intake.why.${why}.way`) },
            ]}
          />
        </Panel>
        {group && !group.rereadable ? <Callout tone="info">{t('intake.waiting.everyPull')}</Callout> : null}
        {/* stays when nothing waits any more, so that what came of the press can be read */}
        <Row>
          <RerunButton {...{ facilityId, wish }} offered={group?.rereadable ?? false} />
        </Row>
        <ItemTable {...{ items, facilityId, wish }} rereadable={group?.rereadable ?? false} />
        <Pager page={query.page} pages={pagesOf(total, pageSize)} href={to} />
      </Stack>
    </TextProvider>
  );
}

/** Many systems count versions by the clock; people read it as they do elsewhere. */
const versionWord = (version: string, f: Text['f']): string =>
  /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(version) ? f.stamp(version) : version;

type Wish = { facilityId: string | null; wish: { resourceType: string; reason: string } };

async function ItemTable(props: Wish & Pick<Props['found'], 'items'> & { rereadable: boolean }) {
  const { items, facilityId, wish } = props;
  const { t, f } = await getText();
  const again: TableColumn<WaitingItem> = {
    key: 'again',
    label: t('intake.waiting.act'),
    cell: (item) => <RerunButton facilityId={null} wish={{ ...wish, resourceId: item.resourceId }} />,
  };
  return (
    <SimpleTable
      caption={t('intake.waiting.title')}
      rows={items}
      rowKey={(item) => `${item.firstSeenAt.getTime()} ${item.resourceId} ${item.version} ${item.masked.length}`}
      empty={<EmptyState title={t('intake.waiting.settled')} />}
      columns={[
        {
          key: 'id',
          label: t('intake.waiting.resource'),
          cell: (item) =>
            item.shownId ? <span className={css.place}>{item.shownId}</span> : t('intake.waiting.hidden'),
        },
        {
          key: 'version',
          label: t('intake.waiting.version'),
          cell: (item) => <span className={css.place}>{versionWord(item.version, f)}</span>,
        },
        { key: 'since', label: t('intake.waiting.since'), cell: (item) => f.moment(item.firstSeenAt) },
        {
          key: 'tried',
          label: t('intake.waiting.tried'),
          cell: (item) => (item.triedAt ? t('intake.waiting.tries', { n: item.tries }) : t('intake.waiting.notTried')),
        },
        {
          key: 'content',
          label: t('intake.waiting.masked'),
          wide: true,
          cell: (item) => (
            <details>
              <summary>{t('intake.waiting.look')}</summary>
              <p className={css.note}>{t('intake.waiting.maskedNote')}</p>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text must be scrolled by keyboard too */}
              <pre className={css.masked} tabIndex={0}>
                {item.masked}
              </pre>
            </details>
          ),
        },
        // one by one only where its number may be seen
        ...(props.rereadable && !facilityId ? [again] : []),
      ]}
    />
  );
}
