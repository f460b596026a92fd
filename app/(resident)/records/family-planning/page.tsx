import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getText } from '../../../_text/server.ts';
import { api, getMe, load, signInPath } from '../../../_trpc/server.ts';
import { Cover } from './cover.tsx';
import { OwnView } from './own-view.tsx';
import { isOpened, sealedPath } from './sealed-cookie.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('ownPlanning.title') };
}

/** One's own family planning. Nobody else has such a page, and it is opened first: until then nothing of it is loaded. */
export default async function FamilyPlanningPage() {
  const me = await getMe();
  if (me.kind !== 'resident') redirect(signInPath(sealedPath));
  if (!me.residentId) redirect(`/me/real-name?next=${sealedPath}`);
  if (!(await isOpened())) return <Cover />;
  return <OwnView own={await load(sealedPath, api().familyPlanning.own.view.query())} />;
}
