import Link from 'next/link';
import { getText } from '../../_text/server.ts';
import { StatusBadge } from '../../_ui/callout.tsx';
import css from './find.module.css';

type Facility = {
  id: string;
  name: string;
  level: number;
  grade: string;
  type: string;
  provincial: boolean;
  cityName: string;
  countyName: string;
  phone: string;
  bookable: boolean;
  sample: boolean;
  matchedDepartments?: { id: string; name: string }[];
};

/** One hospital of a list. What cannot be booked is grey, says so, and offers the phone instead. */
export async function FacilityLine({ facility }: { facility: Facility }) {
  const { t } = await getText();
  const href = `/hospitals/${encodeURIComponent(facility.id)}`;
  return (
    <li className={facility.bookable ? undefined : css.grey}>
      <Link href={href} className={css.line} prefetch={false}>
        <strong>{facility.name}</strong>
        <GradeBadges facility={facility} />
        <span className={css.sub}>
          {[facility.cityName, facility.countyName, facility.type].filter(Boolean).join(' · ')}
        </span>
        {facility.bookable ? null : (
          <span className={css.sub}>
            {t('find.notBookable')}
            {facility.phone ? ` · ${t('find.callInstead', { phone: facility.phone })}` : ''}
          </span>
        )}
      </Link>
      {facility.matchedDepartments && facility.matchedDepartments.length > 0 ? (
        <ul className={css.matched} aria-label={t('find.matched')}>
          {facility.matchedDepartments.slice(0, 4).map((department) => (
            <li key={department.id}>
              <Link href={departmentPath(department.id)} prefetch={false}>
                {department.name}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** A department's id is <facility>:<catalogue code>; in addresses its dots are dashes, as a dot looks like a file. */
export function departmentPath(id: string): string {
  const [facilityId = '', code = ''] = id.split(':');
  return `/hospitals/${encodeURIComponent(facilityId)}/${encodeURIComponent(code.replaceAll('.', '-'))}`;
}

export async function GradeBadges({
  facility,
}: {
  facility: Pick<Facility, 'level' | 'grade' | 'provincial' | 'sample'>;
}) {
  const { t } = await getText();
  const level = t(`find.levelName.${String(facility.level) as '0' | '1' | '2' | '3'}`);
  return (
    <span className={css.badges}>
      {facility.level > 0 ? (
        <StatusBadge tone="plain">
          {facility.grade ? t('find.grade', { level, grade: facility.grade }) : t('find.gradeOpen', { level })}
        </StatusBadge>
      ) : null}
      {facility.provincial ? <StatusBadge tone="info">{t('find.provincial')}</StatusBadge> : null}
      {facility.sample ? <span className={css.sample}>{t('kit.sample')}</span> : null}
    </span>
  );
}
