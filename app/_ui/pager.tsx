import Link from 'next/link';
import { getText } from '../_text/server.ts';
import { Row } from './page-head.tsx';

/** Which page of a list this is, and the ones beside it; nothing where there is only one. */
export async function Pager({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  const { t } = await getText();
  if (pages <= 1) return null;
  return (
    <Row>
      {page > 1 ? <Link href={href(page - 1)}>{t('kit.prev')}</Link> : null}
      <span>{t('kit.pageOf', { page, pages })}</span>
      {page < pages ? <Link href={href(page + 1)}>{t('kit.next')}</Link> : null}
    </Row>
  );
}

/** How many pages, and which one an address asks for. */
export const pagesOf = (total: number, size: number): number => Math.max(1, Math.ceil(total / size));
export const pageParam = (asked: string | string[] | undefined): number =>
  Math.min(1000, Math.max(1, Math.floor(Number(asked)) || 1));
