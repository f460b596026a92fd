import type { CaseOutput } from '#server/records/identity/schema.ts';
import { getText, type Text } from '../_text/server.ts';
import { TextProvider } from '../_text/text-provider.tsx';
import { Callout, StatusBadge } from '../_ui/callout.tsx';
import { PageHead, Panel, Row, Section, Stack } from '../_ui/page-head.tsx';
import { DecideForm } from './decide-form.tsx';
import { SideBySide } from './side-by-side.tsx';
import { UndoForm } from './undo-form.tsx';
import { hospitalsOf, likenessWord, ruleWord, statusWord, toneOf } from './words.ts';

type Props = { one: CaseOutput; path: string; as: 'facility' | 'office' };

/** One doubtful patient beside whose record it may be: what agrees, what does not, and what people said. */
export async function CaseView({ one, path, as }: Props) {
  const { t, f } = await getText();
  const facilityId = as === 'office' ? one.facilityId : null;
  const places = hospitalsOf(one);
  const decided = one.status === 'same' || one.status === 'different';
  return (
    <TextProvider areas={['identity']}>
      <PageHead
        title={t('identity.caseTitle')}
        back={{ href: path, label: t('identity.back') }}
        lead={`${f.list(places)} · ${ruleWord(t, one.rule)}`}
        side={<StatusBadge tone={toneOf(one.status)}>{statusWord(t, one.status)}</StatusBadge>}
        updated={t('identity.seen')}
      />
      {one.decidedByName && one.decidedAt && one.reason && one.status !== 'open' ? (
        <Callout
          tone={toneOf(one.status)}
          title={t('identity.word', {
            name: one.decidedByName,
            time: f.stamp(one.decidedAt),
            result: statusWord(t, one.status),
          })}
        >
          <p>{t('identity.wordReason', { reason: one.reason })}</p>
        </Callout>
      ) : null}
      <Section title={t('identity.compare')} side={<span>{t('identity.alike', { word: likenessWord(t, one) })}</span>}>
        <Stack>
          {one.candidate ? (
            <p>{t('identity.thereFrom', { place: placeOf(t, one.candidate.place) })}</p>
          ) : (
            <Callout tone="wait">{t('identity.nobody')}</Callout>
          )}
          <SideBySide one={one} />
          {places.length > 1 ? <p>{t('identity.both', { places: f.list(places) })}</p> : null}
          {one.alsoAt.length > 0 ? <p>{t('identity.also', { places: f.list(one.alsoAt) })}</p> : null}
          <p>{one.entries > 0 ? t('identity.entries', { count: one.entries }) : t('identity.noEntries')}</p>
        </Stack>
      </Section>
      {decided ? (
        <Row>
          <UndoForm id={one.id} facilityId={facilityId} />
        </Row>
      ) : null}
      {decided || one.status === 'settled' ? null : (
        <Section title={t('identity.decide.title')}>
          <Panel>
            <Stack>
              {one.status === 'auto' ? <p>{t('identity.apart')}</p> : null}
              <DecideForm id={one.id} facilityId={facilityId} auto={one.status === 'auto'} />
            </Stack>
          </Panel>
        </Section>
      )}
    </TextProvider>
  );
}

const placeOf = (t: Text['t'], place: string | null): string =>
  place ? t('identity.at', { place }) : t('identity.signedUp');
