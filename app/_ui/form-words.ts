/** What was typed into a field, without the blanks around it; empty when there is no such field. */
export type Words = (name: string) => string;

export const wordsOf =
  (data: FormData): Words =>
  (name) =>
    String(data.get(name) ?? '').trim();
