import type { z } from 'zod';
import type { denialView } from '#server/consents/schema.ts';
import { getText } from '../../../_text/server.ts';
import { api } from '../../../_trpc/server.ts';
import { Button } from '../../../_ui/button.tsx';
import { StatusBadge } from '../../../_ui/callout.tsx';
import { TextField } from '../../../_ui/field.tsx';
import { Panel, Section, Stack } from '../../../_ui/page-head.tsx';
import css from '../records.module.css';
import type { Whose } from '../whose.ts';
import { EndDenial, KeepFacilityOut, KeepWorkerOut } from './denial-actions.tsx';

type Denial = z.infer<typeof denialView>;

/** Who is kept out of what, and the search for a hospital that should be. */
export async function DenialPart({ whose, denials, q }: { whose: Whose; denials: Denial[]; q: string }) {
  const { t } = await getText();
  const { residentId } = whose;
  const found = q.length >= 2 ? await api().facilities.search.query({ q, limit: 8 }) : null;
  const isOut = (id: string) => denials.some((one) => one.kind === 'facility' && one.facilityId === id);
  const wordOf = ({ kind, facilityName, workerName, entryTitle }: Denial) =>
    kind === 'entry'
      ? t('privacy.deny.entry', { title: entryTitle || t('privacy.deny.untitled') })
      : kind === 'facility'
        ? t('privacy.deny.facility', { facility: facilityName ?? '' })
        : t('privacy.deny.worker', { facility: facilityName ?? '', name: workerName ?? '' });
  return (
    <Section title={t('privacy.deny.title')} id="deny">
      <Panel>
        <Stack>
          <p>{t('privacy.deny.lead')}</p>
          {denials.length === 0 ? (
            <p className={css.small}>{t('privacy.deny.empty')}</p>
          ) : (
            <ul>
              {denials.map((denial) => (
                <li key={denial.id} className={css.switch}>
                  <span>{wordOf(denial)}</span>
                  <EndDenial residentId={residentId} id={denial.id} about={wordOf(denial)} />
                </li>
              ))}
            </ul>
          )}
          <form action="/records/privacy#deny">
            {whose.query ? <input type="hidden" name="who" value={residentId} /> : null}
            <TextField
              label={t('privacy.deny.find')}
              hint={t('privacy.deny.findHint')}
              name="hospital"
              type="search"
              minLength={2}
              maxLength={40}
              defaultValue={q}
            />
            <Button type="submit" look="second">
              {t('kit.search')}
            </Button>
          </form>
          {found && found.facilities.length === 0 ? <p role="status">{t('privacy.deny.none', { q })}</p> : null}
          <ul>
            {found?.facilities.map(({ id, name, countyName, address }) => (
              <li key={id} className={css.switch}>
                <span>
                  <strong>{name}</strong>
                  <br />
                  <small>{[countyName, address].filter(Boolean).join(' · ')}</small>
                </span>
                {isOut(id) ? (
                  <StatusBadge tone="stop">{t('privacy.deny.isOut')}</StatusBadge>
                ) : (
                  <KeepFacilityOut residentId={residentId} facilityId={id} name={name} />
                )}
                <KeepWorkerOut residentId={residentId} facilityId={id} />
              </li>
            ))}
          </ul>
        </Stack>
      </Panel>
    </Section>
  );
}
