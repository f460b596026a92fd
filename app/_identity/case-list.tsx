import Link from 'next/link';
import { type CaseRow, type CasesOutput, type Shelf, shelves } from '#server/records/identity/schema.ts';
import { getText, type Text } from '../_text/server.ts';
import { EmptyState, StatusBadge } from '../_ui/callout.tsx';
import { LinkTabs } from '../_ui/link-tabs.tsx';
import { PageHead, Row, Section, Stack } from '../_ui/page-head.tsx';
import { SimpleTable, type TableColumn } from '../_ui/table.tsx';
import { hospitalsOf, likenessWord, ruleWord, statusWord, toneOf } from './words.ts';

type Props = { found: CasesOutput; shelf: Shelf; later: boolean; path: string; as: 'facility' | 'office' };

/** Patients of whom nobody is sure, by where they stand; the same for a hospital's desk and for officials. */
export async function CaseList({ found, shelf, later, path, as }: Props) {
  const { t, f } = await getText();
  const to = (row: CaseRow) => (as === 'office' ? `${path}/${row.facilityId}/${row.id}` : `${path}/${row.id}`);
  const places = as === 'office' || found.cases.some((row) => hospitalsOf(row).length > 1);
  return (
    <>
      <PageHead
        title={t('identity.title')}
        lead={t('identity.lead')}
        updated={t('kit.updatedAt', { time: f.time(found.asOf) })}
      />
      <LinkTabs
        look="filter"
        label={t('identity.title')}
        tabs={shelves.map((one) => ({
          ...{ href: `${path}?shelf=${one}`, here: one === shelf },
          text: `${t(`identity.shelf.${one}`)} ${f.number(found.counts[one])}`,
        }))}
      />
      <Section title={t(`identity.shelf.${shelf}`)}>
        <Stack>
          <p>{t(`identity.shelfLead.${shelf}`)}</p>
          <SimpleTable
            caption={t(`identity.shelf.${shelf}`)}
            rows={found.cases}
            rowKey={(row) => row.id}
            empty={<EmptyState title={t(`identity.empty.${shelf}`)}>{t('identity.emptyLead')}</EmptyState>}
            columns={columns({ t, f, shelf, places, to })}
          />
          <Row>
            {later ? <Link href={`${path}?shelf=${shelf}`}>{t('identity.first')}</Link> : null}
            {found.next ? (
              <Link href={`${path}?${new URLSearchParams({ shelf, cursor: found.next })}`}>{t('identity.more')}</Link>
            ) : null}
          </Row>
        </Stack>
      </Section>
    </>
  );
}

type Words = Pick<Text, 't' | 'f'> & { shelf: Shelf; places: boolean; to: (row: CaseRow) => string };

function columns({ t, f, shelf, places, to }: Words): TableColumn<CaseRow>[] {
  const all: (TableColumn<CaseRow> | null)[] = [
    {
      key: 'person',
      label: t('identity.person'),
      cell: (row) => (
        <Link href={to(row)} prefetch={false} aria-label={t('identity.lookAt', { name: row.name })}>
          {row.name}
        </Link>
      ),
    },
    places ? { key: 'hospital', label: t('identity.hospital'), cell: (row) => f.list(hospitalsOf(row)) } : null,
    { key: 'why', label: t('identity.why'), wide: true, cell: (row) => ruleWord(t, row.rule) },
    { key: 'alike', label: t('identity.likeness'), cell: (row) => likenessWord(t, row) },
    shelf === 'decided'
      ? {
          key: 'result',
          label: t('identity.result'),
          cell: (row) => (
            <>
              <StatusBadge tone={toneOf(row.status)}>{statusWord(t, row.status)}</StatusBadge> {row.decidedByName}
            </>
          ),
        }
      : null,
    {
      key: 'since',
      label: t('identity.since'),
      cell: (row) => f.stamp(shelf === 'decided' ? (row.decidedAt ?? row.openedAt) : row.openedAt),
    },
  ];
  return all.flatMap((one) => one ?? []);
}
