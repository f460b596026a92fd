import type { ConsoleSession } from '#server/schedules/schema/console.ts';
import { getText } from '../../../_text/server.ts';
import { Section } from '../../../_ui/page-head.tsx';
import { DrawPanel } from './draw-panel.tsx';
import { ExtraForm } from './extra-form.tsx';

type Props = { session: ConsoleSession; limit: number; blocked: { draw: string | null; extra: string | null } };

/** How the numbers of a session are given: by draw or first come, and one by one beyond the quota. */
export async function GivingNumbers({ session: s, limit, blocked }: Props) {
  const { t } = await getText();
  const { total, free } = s.pools.extra;
  return (
    <>
      <DrawPanel sessionId={s.id} blocked={blocked.draw} />
      <Section title={t('clinic.extra.title')}>
        <ExtraForm
          sessionId={s.id}
          limit={limit}
          used={total}
          blocked={blocked.extra ?? (total >= limit && free === 0 ? t('clinic.extra.full', { limit }) : null)}
        />
      </Section>
    </>
  );
}
