import type { RushView } from '#server/rush/schema.ts';
import { getText } from '../../../../_text/server.ts';
import type { getMe } from '../../../../_trpc/server.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { Facts } from '../../../../_ui/table.tsx';
import { NeedName } from '../../../book/[facilityId]/[sessionId]/need-name.tsx';
import { joinLine } from '../../join-action.ts';
import { FollowOpening } from './follow-opening.tsx';

type Props = {
  facilityId: string;
  sessionId: string;
  change: string | null;
  here: string;
  line: RushView;
  me: Awaited<ReturnType<typeof getMe>>;
};

/** Before the line opens: when it does. Then: one button, which works without script. */
export async function NotJoined({ facilityId, sessionId, change, here, line, me }: Props) {
  const { t, f } = await getText();
  const release = f.moment(line.releaseAt);
  const follow = <FollowOpening key={line.state} {...{ facilityId, sessionId }} first={line} />;
  if (line.state === 'early')
    return (
      <Callout tone="wait" title={t('rush.early')}>
        <p>{t('rush.earlyLead')}</p>
        <Facts
          large
          facts={[
            { label: t('rush.opens'), value: f.moment(line.opensAt) },
            { label: t('rush.release'), value: release },
          ]}
        />
        {follow}
      </Callout>
    );
  if (me.kind !== 'resident' || !me.residentId) return <NeedName here={here} signedIn={me.kind === 'resident'} />;
  return (
    <Callout tone="info" title={t('rush.open')}>
      <p>{t('rush.openLead')}</p>
      <Facts
        large
        facts={[
          { label: t('rush.release'), value: release },
          { label: t('rush.people'), value: t('rush.peopleValue', { people: f.number(line.people) }) },
        ]}
      />
      <form action={joinLine}>
        <input type="hidden" name="facilityId" value={facilityId} />
        <input type="hidden" name="sessionId" value={sessionId} />
        {change ? <input type="hidden" name="change" value={change} /> : null}
        <Button type="submit" wide>
          {t('rush.join')}
        </Button>
      </form>
      {follow}
    </Callout>
  );
}
