import type { z } from 'zod';
import type { settingsOutput } from '#server/consents/schema.ts';
import { getText } from '../../../_text/server.ts';
import { Panel, Section, Stack } from '../../../_ui/page-head.tsx';
import { ChoiceSwitch } from './choice-switch.tsx';

type Settings = z.infer<typeof settingsOutput>;
const purposes = ['treatment', 'family', 'area', 'research'] as const;

/** Each purpose with its words, what holds now, and the guarded topics that have a word of their own. */
export async function ChoicePart({ residentId, settings }: { residentId: string; settings: Settings }) {
  const { t } = await getText();
  const { encounterDays, glassHours } = settings;
  return (
    <Stack>
      {purposes.map((purpose) => {
        const choices = settings.choices.filter((one) => one.purpose === purpose);
        const [general, guarded] = [choices.filter(isGeneral), choices.filter((one) => !isGeneral(one))];
        const version = general[0]?.textVersion ?? 1;
        return (
          <Section key={purpose} title={t(`privacy.choice.purpose.${purpose}`)}>
            <Panel>
              <p>
                {t(`privacy.choice.text.${purpose}.v${version as 1}`, { days: encounterDays, hours: glassHours })}{' '}
                <small>{t('privacy.choice.version', { version })}</small>
              </p>
              {general.map((choice) => (
                <ChoiceSwitch key={choice.topic} residentId={residentId} choice={choice} />
              ))}
              {purpose === 'research' || guarded.length === 0 ? null : (
                <>
                  <p>{t('privacy.choice.guarded')}</p>
                  {guarded.map((choice) => (
                    <ChoiceSwitch key={choice.topic} residentId={residentId} choice={choice} />
                  ))}
                </>
              )}
            </Panel>
          </Section>
        );
      })}
    </Stack>
  );
}

const isGeneral = (choice: Settings['choices'][number]) => choice.topic === 'general';
