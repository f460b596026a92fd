import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { inLanguage } from '../../../_text/bilingual.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api } from '../../../_trpc/server.ts';
import { PageHead } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { nearCookie, readOrigin } from '../origin.ts';
import { readPatients } from '../patients.ts';
import { Choices } from './choices.tsx';
import css from './choose.module.css';
import { readChoice } from './choose-path.ts';
import { OriginForm } from './origin-form.tsx';
import { WeighForm } from './weigh-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('care.choose') };
}

/** Hospitals that have the department, in the order of what this person weighs, each with its reasons (E7). */
export default async function ChoosePage({ searchParams }: PageInput) {
  const { t, f, locale } = await getText();
  const choice = readChoice(await searchParams);
  const person = (await readPatients()).find(({ id }) => id === choice.person);
  const origin = readOrigin(choice.region, (await cookies()).get(nearCookie)?.value);
  const [found, { children }] = await Promise.all([
    api().navigation.choose.query({
      code: choice.code || '02',
      weights: choice.weights,
      ...(origin ? { origin } : {}),
      ...(person ? { ageYears: Math.floor(person.ageMonths / 12) } : {}),
      ...(person && person.sex !== 'unknown' ? { sex: person.sex } : {}),
      cursor: choice.cursor || null,
    }),
    api().facilities.regions.query({}),
  ]);
  const name = inLanguage(found.department.instead ?? found.department.name, locale);
  return (
    <>
      <PageHead
        title={t('care.chooseTitle', { department: name })}
        back={{ href: '/care#advice', label: t('care.chooseBack') }}
        lead={t('care.chooseLead')}
        updated={t('kit.updatedAt', { time: f.time(found.asOf) })}
      />
      <div className={css.split}>
        <TextProvider areas={['care']}>
          <div className={css.side}>
            <OriginForm
              origin={found.origin}
              choice={choice}
              cities={children.map(({ code, name }) => ({ code, name }))}
            />
            <WeighForm choice={choice} />
          </div>
        </TextProvider>
        <Choices {...{ found, choice, name }} />
      </div>
    </>
  );
}
