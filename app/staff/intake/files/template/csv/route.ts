import { getText } from '../../../../../_text/server.ts';
import { api, load } from '../../../../../_trpc/server.ts';
import { csvOf } from '../../../../../office/csv-of.ts';

/** One table to fill in: its headings, a row that explains each column, and an example; both may stay in the file. */
export async function GET(request: Request): Promise<Response> {
  const { locale } = await getText();
  const asked = new URL(request.url).searchParams.get('table');
  const tables = await load('/staff/intake/files/template', api().hisSync.files.template.query());
  const table = tables.find((one) => one.name === asked) ?? tables[0];
  const columns = table?.columns ?? [];
  const language = locale === 'en' ? 'en' : 'zh';
  const rows = [
    columns.map((column) => column.title[language]),
    columns.map(
      (column, at) => `${at === 0 ? { zh: '说明：', en: 'about: ' }[language] : ''}${column.about[language]}`,
    ),
    columns.map((column, at) => `${at === 0 ? { zh: '示例 ', en: 'example ' }[language] : ''}${column.example}`),
  ];
  return new Response(csvOf(rows, ''), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="huimin-${table?.name}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}
