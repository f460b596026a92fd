import { getText } from '../../../../../../_text/server.ts';
import { ButtonLink } from '../../../../../../_ui/button.tsx';
import { Panel, Row, Section, Stack } from '../../../../../../_ui/page-head.tsx';
import { OpenPerson } from './open-person.tsx';

type Props = { facilityId: string; itemId: string; path: string; until: Date | null };

/** The way to whose it is: only under a case, with a ground and a clock. */
export async function PersonPart({ facilityId, itemId, path, until }: Props) {
  const { t, f } = await getText();
  return (
    <Section title={t('review.person.title')}>
      <Panel>
        <Stack>
          <p>{until ? t('review.person.until', { time: f.stamp(until) }) : t('review.person.lead')}</p>
          {until ? (
            <Row>
              <ButtonLink href={path} look="second" prefetch={false}>
                {t('review.person.look')}
              </ButtonLink>
            </Row>
          ) : (
            <OpenPerson facilityId={facilityId} itemId={itemId} />
          )}
        </Stack>
      </Panel>
    </Section>
  );
}
