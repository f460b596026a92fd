import type { SessionView } from '#server/schedules/schema.ts';
import type { LineView } from '#server/waitlist/schema.ts';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { Stack } from '../../../../_ui/page-head.tsx';
import { departmentPath } from '../../../hospitals/facility-line.tsx';
import { LineFacts } from '../../../me/waits/line-facts.tsx';
import { JoinForm } from './join-form.tsx';
import { NeedName } from './need-name.tsx';

/** A full session: what waiting means here, the own place if there is one, and joining in one press. */
export async function WaitingLine({ session }: { session: SessionView }) {
  const { t } = await getText();
  const { facilityId, id: sessionId } = session;
  const path = `/book/${facilityId}/${sessionId}`;
  const line = await load(path, api().waitlist.line.query({ facilityId, sessionId }));
  return (
    <Stack>
      {line.mine.map((wait) => (
        <Mine key={wait.id} wait={wait} />
      ))}
      <LineFacts line={line} how={t('wait.how')} mine={line.mine.length > 0} />
      {line.rule ? null : <Join path={path} {...{ facilityId, sessionId, mine: line.mine }} />}
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
