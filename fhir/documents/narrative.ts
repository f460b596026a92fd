const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Characters that XML cannot hold in any spelling. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const escaped = (text: string): string => text.replace(unwritable, '').replace(/[&<>"']/g, (one) => marks[one] ?? '');

export type Narrative = { status: 'generated'; div: string };

/** What a section says, for whoever reads only text: a row an entry, and nothing of it is markup. */
export function tableOf(rows: readonly (readonly string[])[], otherwise: string): Narrative {
  const cells = (row: readonly string[]) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
  const body =
    rows.length > 0 ? `<table><tbody>${rows.map(cells).join('')}</tbody></table>` : `<p>${escaped(otherwise)}</p>`;
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${body}</div>` };
}
