import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getText } from '../../../../_text/server.ts';
import { api, getMe, load } from '../../../../_trpc/server.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Column, PageHead, Stack } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { departmentPath } from '../../../hospitals/facility-line.tsx';
import { linePath, readPass } from '../../../rush/line.ts';
import { People } from '../../people.tsx';
import { readChange } from '../../read-change.ts';
import { SessionPanel } from '../../session-panel.tsx';
import { NeedName } from './need-name.tsx';
import { NotOpen } from './not-open.tsx';
import { Windows } from './windows.tsx';

type Props = PageInput<'facilityId' | 'sessionId'>;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('book.title') };
}

/** Choosing the time window and the patient: a plain form that leads to the page of confirmation. */
export default async function ChoosePage({ params, searchParams }: Props) {
  const { t, f } = await getText();
  const { facilityId, sessionId } = await params;
  const query = await searchParams;
  const change = readChange(query);
  const path = `/book/${facilityId}/${sessionId}`;
  const here = change ? `${path}?change=${change.key}` : path;
  const pass = await readPass();
  const [{ session, windows, ...rest }, line, me] = await load(
    here,
    Promise.all([
      api().schedules.session.query({ facilityId, sessionId }),
      api().rush.place.query({ facilityId, sessionId, pass }),
      getMe(),
    ]),
  );
  const open = session.state === 'open';
  const toLine = linePath(facilityId, sessionId, change?.key ?? null);
  if (open && (line.state === 'open' || line.state === 'before' || line.state === 'waiting')) redirect(toLine);
  return (
    <Column>
      <PageHead
        title={t(change ? 'book.changeTitle' : session.state === 'full' ? 'wait.pageTitle' : 'book.title')}
        back={{ href: departmentPath(session.departmentId), label: session.departmentName }}
        updated={t('kit.updatedAt', { time: f.time(rest.asOf) })}
        {...(change ? { lead: t('book.changeLead') } : {})}
      />
      <Stack>
        <SessionPanel {...{ session, windows, ...rest }} />
        {open ? (
          <form action={`${path}/confirm`} key={here}>
            {change ? <input type="hidden" name="change" value={change.key} /> : null}
            <Windows
              windows={windows}
              chosen={typeof query.window === 'string' ? query.window : ''}
              problem={query.problem === 'window'}
            />
            {me.kind === 'resident' && me.residentId && !change ? (
              <People chosen={query.person} {...{ facilityId, sessionId }} />
            ) : null}
            {me.kind === 'resident' && me.residentId ? (
              <Button type="submit" wide>
                {t('book.toConfirm')}
              </Button>
            ) : (
              <NeedName here={here} signedIn={me.kind === 'resident'} />
            )}
          </form>
        ) : (
          <NotOpen changes={change !== null} {...{ session, line, toLine }} />
        )}
      </Stack>
    </Column>
  );
}
