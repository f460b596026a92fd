import type { Metadata } from 'next';
import { addDays, regionDay } from '#server/kernel/clock.ts';
import { previewInput, type Wish } from '#server/stoppages/schema.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { Callout } from '../../../_ui/callout.tsx';
import { Column, PageHead } from '../../../_ui/page-head.tsx';
import { dayParam, type Query, textParam } from '../../duties.ts';
import { Consequences } from './consequences.tsx';
import { StopForm } from './stop-form.tsx';
import { WhoseForm } from './whose-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('stoppage.new.title') };
}

const path = '/staff/stoppages/new';
/** As the server has it; it decides again. */
const longestDays = 31;

/** First whose clinics and when, by a plain form; then what it means; then the reason and the button. */
export default async function NewStoppagePage({ searchParams }: { searchParams: Query }) {
  const { t } = await getText();
  const query = await searchParams;
  const today = regionDay(new Date());
  const from = dayParam(query.from, today);
  const to = dayParam(query.to, addDays(from, 6));
  const chosen = { departmentId: textParam(query.department), practitionerId: textParam(query.doctor) };
  const asked = query.from !== undefined;
  const either = previewInput.safeParse({ ...chosen, from, to });
  const soundDays = from <= to && to < addDays(from, longestDays);
  const wish: Wish | null = asked && either.success && soundDays ? either.data : null;
  const [directory, preview] = await load(
    path,
    Promise.all([api().schedules.staffDirectory.query(), wish ? api().stoppages.preview.query(wish) : null]),
  );
  return (
    <Column>
      <PageHead
        back={{ href: '/staff/stoppages', label: t('stoppage.new.back') }}
        title={t('stoppage.new.title')}
        lead={t('stoppage.new.lead')}
      />
      <WhoseForm path={path} directory={directory} chosen={chosen} from={from} to={to} />
      {asked && !wish ? (
        <Callout tone="stop" alert>
          <p>{soundDays ? t('stoppage.new.either') : t('stoppage.new.days', { limit: longestDays })}</p>
        </Callout>
      ) : null}
      {wish && preview ? (
        <Consequences preview={preview}>
          <TextProvider areas={['stoppage']}>
            <StopForm wish={wish} key={JSON.stringify(wish)} />
          </TextProvider>
        </Consequences>
      ) : null}
    </Column>
  );
}
