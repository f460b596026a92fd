import type { z } from 'zod';
import type { workOutput } from '#server/cases/schema.ts';
import { getText } from '../_text/server.ts';
import { TextProvider } from '../_text/text-provider.tsx';
import { ButtonLink } from '../_ui/button.tsx';
import { EmptyState } from '../_ui/callout.tsx';
import { Section, Stack } from '../_ui/page-head.tsx';
import { CaseWork } from './case-work.tsx';

type Work = z.infer<typeof workOutput>;
type Props = { open: Work; closed: Work; as: 'facility' | 'office'; path: string };

/** What is to be answered, the next due first, and below what was; page by page. */
export async function CaseLists({ open, closed, as, path }: Props) {
  const { t } = await getText();
  return (
    <TextProvider areas={['privacy']}>
      <Section title={t('privacy.work.open')}>
        {open.cases.length === 0 ? (
          <EmptyState title={t('privacy.work.empty')}>{t('privacy.work.emptyText')}</EmptyState>
        ) : (
          <Stack>
            {open.cases.map((one) => (
              <CaseWork key={one.id} one={one} now={open.asOf} as={as} />
            ))}
            <More path={path} name="from" next={open.next} />
          </Stack>
        )}
      </Section>
      <Section title={t('privacy.work.closed')}>
        {closed.cases.length === 0 ? (
          <EmptyState title={t('privacy.work.noneClosed')} />
        ) : (
          <Stack>
            {closed.cases.map((one) => (
              <CaseWork key={one.id} one={one} now={closed.asOf} as={as} />
            ))}
            <More path={path} name="closed" next={closed.next} />
          </Stack>
        )}
      </Section>
    </TextProvider>
  );
}

async function More({ path, name, next }: { path: string; name: string; next: string | null }) {
  const { t } = await getText();
  if (!next) return null;
  return (
    <ButtonLink href={`${path}?${new URLSearchParams({ [name]: next })}`} look="second">
      {t('privacy.work.more')}
    </ButtonLink>
  );
}
