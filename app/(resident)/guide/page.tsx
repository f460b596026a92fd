import type { Metadata } from 'next';
import { getText } from '../../_text/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { Column, PageHead, Section } from '../../_ui/page-head.tsx';
import css from './guide.module.css';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('guide.title') };
}

const parts = [
  { id: 'how', key: 'steps', lines: ['one', 'two', 'three', 'four'] },
  { id: 'rules', key: 'rules', lines: ['one', 'two', 'three', 'four'] },
  { id: 'family', key: 'family', lines: ['one', 'two'] },
  { id: 'change', key: 'change', lines: ['one', 'two'] },
] as const;

export default async function GuidePage() {
  const { t } = await getText();
  return (
    <Column>
      <PageHead title={t('guide.title')} lead={t('guide.lead')} />
      {parts.map((part) => (
        <Section key={part.id} id={part.id} title={t(`guide.${part.key}.title`)}>
          <ol className={part.key === 'steps' ? css.steps : css.points}>
            {part.lines.map((line) => (
              <li key={line}>{t(`guide.${part.key}.${line}` as 'guide.steps.one')}</li>
            ))}
          </ol>
        </Section>
      ))}
      <Section>
        <ButtonLink href="/hospitals">{t('visits.bookNow')}</ButtonLink>
      </Section>
    </Column>
  );
}
