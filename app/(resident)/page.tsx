import Link from 'next/link';
import { getText, isElderMode } from '../_text/server.ts';
import { api, getMe } from '../_trpc/server.ts';
import { Icon } from '../_ui/icon.tsx';
import { Section } from '../_ui/page-head.tsx';
import { VisitCard } from './appointments/visit-card.tsx';
import css from './home.module.css';
import { SearchBox } from './hospitals/search-box.tsx';
import { NoticeLine } from './messages/notice-line.tsx';

/** The departments people ask for most, by their code in the national catalogue. */
const quick = ['03.04', '03.02', '03.01', '07', '05.01', '05.02', '04.03', '12', '13', '50.01', '10', '03.07'];

export default async function HomePage() {
  const { t } = await getText();
  const [catalog, me] = await Promise.all([api().facilities.catalog.query(), getMe()]);
  const elder = await isElderMode();
  const names = new Map(catalog.map((entry) => [entry.code, entry.name]));
  return (
    <>
      <div className={css.hero}>
        <h1>{t('home.title')}</h1>
        <SearchBox />
        <CareEntry />
        <nav aria-label={t('home.quick')}>
          <ul className={css.quick}>
            {quick
              .filter((code) => names.has(code))
              .slice(0, 8)
              .map((code) => (
                <li key={code}>
                  <Link href={`/hospitals?department=${code}`} prefetch={false}>
                    {names.get(code)?.replace(/专业$/, '')}
                  </Link>
                </li>
              ))}
            <li>
              <Link href="/hospitals" prefetch={false} className={css.all}>
                {t('home.quickMore')}
                <Icon name="next" size="1rem" />
              </Link>
            </li>
          </ul>
        </nav>
      </div>
      {me.kind === 'resident' && me.residentId ? <Mine /> : null}
      {elder ? null : <Guides />}
    </>
  );
}

/** Beside booking by name: asking where to go, and what is open at this hour. */
async function CareEntry() {
  const { t } = await getText();
  return (
    <ul className={css.care}>
      <li>
        <Link href="/care" prefetch={false}>
          <strong>{t('care.entry')}</strong>
          <span>{t('care.entryLead')}</span>
        </Link>
      </li>
      <li>
        <Link href="/care/open-now" prefetch={false}>
          <strong>{t('care.entryOpen')}</strong>
          <span>{t('care.entryOpenLead')}</span>
        </Link>
      </li>
    </ul>
  );
}

/** Left out in large print: the footer leads to the same page. */
async function Guides() {
  const { t } = await getText();
  return (
    <Section title={t('home.guides')}>
      <ul className={css.guides}>
        {(['how', 'family', 'change'] as const).map((key) => (
          <li key={key}>
            <Link href={`/guide#${key}`} prefetch={false}>
              <strong>{t(`home.guide.${key}.title`)}</strong>
              <span>{t(`home.guide.${key}.text`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

async function Mine() {
  const { t } = await getText();
  const [visits, notices] = await Promise.all([
    api().booking.listMine.query({ when: 'coming' }),
    api().notices.list.query({ limit: 3 }),
  ]);
  const next = visits.appointments[0];
  return (
    <div className={css.mine}>
      {next ? (
        <Section title={t('home.nextVisit')} side={<Link href="/appointments">{t('home.allVisits')}</Link>}>
          <VisitCard visit={next} />
        </Section>
      ) : null}
      <Section title={t('home.news')} side={<Link href="/messages">{t('home.allNews')}</Link>}>
        {notices.items.length === 0 ? <p className={css.none}>{t('home.noNews')}</p> : null}
        <ul className={css.news}>
          {notices.items.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} brief />
          ))}
        </ul>
      </Section>
    </div>
  );
}
