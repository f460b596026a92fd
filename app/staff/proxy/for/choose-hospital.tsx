import Link from 'next/link';
import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { Button } from '../../../_ui/button.tsx';
import { EmptyState } from '../../../_ui/callout.tsx';
import { SelectField, TextField } from '../../../_ui/field.tsx';
import { Section } from '../../../_ui/page-head.tsx';
import { GradeBadges } from '../../../(resident)/hospitals/facility-line.tsx';
import find from '../../../(resident)/hospitals/find.module.css';
import css from '../../staff.module.css';
import { type Step, stepPath } from './steps.ts';

/** First step: hospitals that can be booked, of the own county unless asked for farther away. */
export async function ChooseHospital({ step }: { step: Step }) {
  const { t } = await getText();
  const { q, area } = step;
  const [{ path }, found] = await load(
    '/staff/proxy',
    Promise.all([
      api().facilities.regions.query({ code: area }),
      api().facilities.search.query({ q, regionCode: area, limit: 30 }),
    ]),
  );
  const facilities = found.facilities.filter((facility) => facility.bookable);
  return (
    <Section title={t('proxy.step.hospital')}>
      <form action="/staff/proxy/for" className={css.filters}>
        <input type="hidden" name="ask" value={step.ask} />
        <TextField label={t('home.searchLabel')} name="q" type="search" maxLength={40} defaultValue={q} />
        <SelectField
          label={t('find.area')}
          name="area"
          defaultValue={area}
          choices={[...path].reverse().map((region) => ({ value: region.code, label: region.name }))}
        />
        <Button type="submit" look="second">
          {t('kit.search')}
        </Button>
      </form>
      {facilities.length === 0 ? (
        <EmptyState title={t('find.empty')}>{t('proxy.step.farther')}</EmptyState>
      ) : (
        <ul className={find.list}>
          {facilities.map((facility) => (
            <li key={facility.id}>
              <Link href={stepPath(step, { facilityId: facility.id })} className={find.line} prefetch={false}>
                <strong>{facility.name}</strong>
                <GradeBadges facility={facility} />
                <span className={find.sub}>
                  {[
                    facility.cityName,
                    facility.countyName,
                    ...facility.matchedDepartments.map((d) => d.name).slice(0, 4),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
