/** Why a file is no text: of a spreadsheet program, or in a character set nobody names. */
export type TextRead = { text: string } | { fault: 'spreadsheet-file' | 'encoding' };

const begins = (bytes: Uint8Array, ...first: number[]) => first.every((byte, i) => bytes[i] === byte);

/** The text of a file: UTF-8 with or without its mark, else GB18030, in which spreadsheets in Chinese save. */
export function readText(bytes: Uint8Array): TextRead {
  // an .xlsx is a ZIP, an .xls an OLE file
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { fault: 'spreadsheet-file' };
  const text = decoded(bytes, 'utf-8') ?? (isDamagedUtf8(bytes) ? null : decoded(bytes, 'gb18030'));
  if (text !== null && !text.includes('\u0000')) return { text };
  return { fault: 'encoding' };
}

/** Mostly UTF-8 with a few bytes that are none: read as GB18030 every name in it would turn into another. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const count = (form: RegExp) => text.match(form)?.length ?? 0;
  return count(/[^\p{ASCII}\ufffd]/gu) > count(/\ufffd/g);
}

function decoded(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
