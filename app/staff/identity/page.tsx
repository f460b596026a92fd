import type { Metadata } from 'next';
import { CaseList } from '../../_identity/case-list.tsx';
import { shelfQueryOf } from '../../_identity/shelf-query.ts';
import { getText } from '../../_text/server.ts';
import { api, load } from '../../_trpc/server.ts';
import type { Query } from '../duties.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('identity.title') };
}

/** The own hospital's patients of whom nobody is sure. */
export default async function StaffIdentityPage({ searchParams }: { searchParams: Query }) {
  const query = shelfQueryOf(await searchParams);
  const found = await load('/staff/identity', api().identity.ownCases.query(query));
  return (
    <CaseList found={found} shelf={query.shelf} later={query.cursor !== null} path="/staff/identity" as="facility" />
  );
}
