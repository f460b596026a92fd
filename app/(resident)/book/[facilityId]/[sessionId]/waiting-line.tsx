import type { SessionView } from '#server/schedules/schema.ts';
import type { LineView } from '#server/waitlist/schema.ts';
import { wordFault } from '../../../../_text/fault-text.ts';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { Panel, Stack } from '../../../../_ui/page-head.tsx';
import { Facts } from '../../../../_ui/table.tsx';
import { departmentPath } from '../../../hospitals/facility-line.tsx';
import { wordChance } from '../../../me/waits/chance.ts';
import css from '../../../me/waits/waits.module.css';
import { JoinForm } from './join-form.tsx';
import { NeedName } from './need-name.tsx';

/** A full session: what waiting means here, the own place if there is one, and joining in one press. */
export async function WaitingLine({ session }: { session: SessionView }) {
  const text = await getText();
  const { t, f } = text;
  const { facilityId, id: sessionId } = session;
  const path = `/book/${facilityId}/${sessionId}`;
  const line = await load(path, api().waitlist.line.query({ facilityId, sessionId }));
  const closed = line.rule ? wordFault(t, f, { code: 'refused', rule: line.rule }) : null;
  return (
    <Stack>
      {line.mine.map((wait) => (
        <Mine key={wait.id} wait={wait} />
      ))}
      {closed ? (
        <Callout tone="stop" title={t('wait.closed')}>
          {closed.lines.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </Callout>
      ) : (
        <>
          <Callout tone="info" title={t('wait.sessionTitle')}>
            <p>{t('wait.how')}</p>
          </Callout>
          <Panel>
            <Facts
              facts={[
                { label: t('wait.line'), value: t('wait.lineValue', { count: line.waiting }) },
                {
                  label: t(line.mine.length > 0 ? 'wait.chanceMine' : 'wait.chance'),
                  value: wordChance(text, line.chance),
                },
                { label: t('wait.answer'), value: t('wait.answerValue', { minutes: line.answerMinutes }) },
                { label: t('wait.until'), value: t('wait.untilValue', { time: f.moment(line.clearsAt) }) },
              ]}
            />
            {line.chance === null ? null : <p className={css.quiet}>{t('wait.chanceFrom')}</p>}
          </Panel>
          <Join path={path} {...{ facilityId, sessionId, mine: line.mine }} />
        </>
      )}
      <ButtonLink href={departmentPath(session.departmentId)} look="second">
        {t('book.otherSessions')}
      </ButtonLink>
    </Stack>
  );
}

async function Mine({ wait }: { wait: LineView['mine'][number] }) {
  const { t } = await getText();
  return (
    <Callout
      tone={wait.state === 'offered' ? 'wait' : 'good'}
      title={`${wait.residentName} · ${wait.position === null ? t('wait.offered') : t('wait.position', { position: wait.position })}`}
    >
      {wait.position === null ? null : (
        <p>{wait.position === 1 ? t('wait.positionFirst') : t('wait.positionLead', { ahead: wait.position - 1 })}</p>
      )}
      <ButtonLink href="/me/waits" look="second" small prefetch={false}>
        {t('wait.seeMine')}
      </ButtonLink>
    </Callout>
  );
}

type JoinProps = { path: string; facilityId: string; sessionId: string; mine: LineView['mine'] };

async function Join({ path, mine, ...session }: JoinProps) {
  const { t } = await getText();
  const me = await getMe();
  if (me.kind !== 'resident' || !me.residentId) return <NeedName here={path} signedIn={me.kind === 'resident'} />;
  const { people } = await api().residents.family.query();
  const free = people.filter((person) => !mine.some((wait) => wait.residentId === person.id));
  if (free.length === 0) return null;
  return (
    <TextProvider areas={['wait', 'kit', 'fault', 'book']}>
      <JoinForm
        {...session}
        people={free.map((person) => ({
          value: person.id,
          label: person.name,
          hint: `${person.relation === 'self' ? t('book.self') : t(`me.relations.${person.relation}`)} · ${person.idMasked}`,
        }))}
      />
    </TextProvider>
  );
}
