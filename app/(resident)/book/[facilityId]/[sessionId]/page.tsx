import type { Metadata } from 'next';
import { wordFault } from '../../../../_text/fault-text.ts';
import { getText, type Text } from '../../../../_text/server.ts';
import { api, getMe, load } from '../../../../_trpc/server.ts';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { RadioGroup } from '../../../../_ui/field.tsx';
import { Column, PageHead, Panel, Stack } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { departmentPath } from '../../../hospitals/facility-line.tsx';
import { readChange } from '../../read-change.ts';
import { SessionFacts } from '../../session-facts.tsx';
import { ByDraw } from './by-draw.tsx';
import { NeedName } from './need-name.tsx';
import { WaitingLine } from './waiting-line.tsx';

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
  const [{ session, windows, ...rest }, me] = await load(
    here,
    Promise.all([api().schedules.session.query({ facilityId, sessionId }), getMe()]),
  );
  const open = session.state === 'open';
  return (
    <Column>
      <PageHead
        title={t(change ? 'book.changeTitle' : 'book.title')}
        back={{ href: departmentPath(session.departmentId), label: session.departmentName }}
        updated={t('kit.updatedAt', { time: f.time(rest.asOf) })}
        {...(change ? { lead: t('book.changeLead') } : {})}
      />
      <Stack>
        <Panel>
          <SessionFacts session={session} facilityName={rest.facilityName} place={rest.place} />
        </Panel>
        {open ? (
          <form action={`${path}/confirm`} key={here}>
            {change ? <input type="hidden" name="change" value={change.key} /> : null}
            <Windows
              windows={windows}
              chosen={typeof query.window === 'string' ? query.window : ''}
              problem={query.problem === 'window'}
            />
            {me.kind === 'resident' && me.residentId && !change ? <People chosen={query.person} /> : null}
            {me.kind === 'resident' && me.residentId ? (
              <Button type="submit" wide>
                {t('book.toConfirm')}
              </Button>
            ) : (
              <NeedName here={here} signedIn={me.kind === 'resident'} />
            )}
          </form>
        ) : session.state === 'draw' ? (
          <ByDraw session={session} />
        ) : session.state === 'full' && !change ? (
          <WaitingLine session={session} />
        ) : (
          <NotOpen {...{ t, f, session }} />
        )}
      </Stack>
    </Column>
  );
}

type Windows = { start: Date; end: Date; free: number }[];

async function Windows({ windows, chosen, problem }: { windows: Windows; chosen: string; problem: boolean }) {
  const { t, f } = await getText();
  const first = windows.find((w) => w.free > 0)?.start.toISOString();
  return (
    <RadioGroup
      {...{ name: 'window', legend: t('book.window'), columns: true, required: true }}
      error={problem ? t('book.windowGone') : undefined}
      value={windows.some((w) => w.start.toISOString() === chosen && w.free > 0) ? chosen : first}
      choices={windows.map((w) => ({
        value: w.start.toISOString(),
        label: <span className="digits">{f.span(w.start, w.end)}</span>,
        hint: w.free > 0 ? t('book.windowFree', { count: w.free }) : t('book.windowFull'),
        disabled: w.free === 0,
      }))}
    />
  );
}

async function People({ chosen }: { chosen: string | string[] | undefined }) {
  const { t } = await getText();
  const { people } = await api().residents.family.query();
  return (
    <RadioGroup
      {...{ name: 'person', legend: t('book.person'), required: true }}
      value={people.find((person) => person.id === chosen)?.id ?? people[0]?.id}
      choices={people.map((person) => ({
        value: person.id,
        label: person.name,
        hint: `${person.relation === 'self' ? t('book.self') : t(`me.relations.${person.relation}`)} · ${t('book.years', { age: person.age })} · ${person.idMasked}`,
      }))}
    />
  );
}

type Closed = { state: string; releaseAt: Date; departmentId: string };

function NotOpen({ t, f, session }: Pick<Text, 't' | 'f'> & { session: Closed }) {
  const opens = session.state === 'not-released' ? { nextAt: session.releaseAt.toISOString() } : {};
  const words = wordFault(t, f, { code: 'refused', rule: session.state, ...opens });
  return (
    <Callout tone="stop" title={t('book.notOpen')}>
      {words.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <ButtonLink href={departmentPath(session.departmentId)} look="second">
        {t('book.otherSessions')}
      </ButtonLink>
    </Callout>
  );
}
