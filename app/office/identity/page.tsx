import type { Metadata } from 'next';
import { CaseList } from '../../_identity/case-list.tsx';
import { shelfQueryOf } from '../../_identity/shelf-query.ts';
import { getText } from '../../_text/server.ts';
import { api, load } from '../../_trpc/server.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('identity.title') };
}

/** Patients of the area's hospitals of whom nobody is sure. */
export default async function OfficeIdentityPage({ searchParams }: Props) {
  const query = shelfQueryOf(await searchParams);
  const found = await load('/office/identity', api().identity.cases.query(query));
  return (
    <CaseList found={found} shelf={query.shelf} later={query.cursor !== null} path="/office/identity" as="office" />
  );
}
