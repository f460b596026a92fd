import { secondWriters } from './rooms.ts';
import { areaOf, type Breach, codeOf, isTest, roomOf, type Source } from './sources.ts';

type Table = { table: string; variable: string; owner: string };

/** Tables as db/schema/<room>.ts or <room>/<noun>.ts declare them: the name after the folder is the owner. */
export function tablesOf(sources: Source[]): Table[] {
  return sources
    .filter((source) => source.path.startsWith('db/schema/') && !isTest(source.path))
    .flatMap((source) => {
      const room = (source.path.slice('db/schema/'.length).split('/')[0] ?? '').replace(/\.ts$/, '');
      return [...source.text.matchAll(/export const (\w+) = pgTable\(\s*'(\w+)'/g)].map((m) => ({
        variable: m[1] ?? '',
        table: m[2] ?? '',
        owner: room,
      }));
    });
}

/** A table is inserted into, updated and deleted from only by the room that owns it; anyone may join it. */
export function checkWrites(sources: Source[]): Breach[] {
  const tables = tablesOf(sources);
  return sources
    .filter((source) => ['server', 'app', 'fhir'].includes(areaOf(source.path)) && !isTest(source.path))
    .flatMap((source) => {
      const code = codeOf(source.text);
      const room = roomOf(source.path);
      const hidden = /\b(insert\s+into|delete\s+from|merge\s+into|truncate)\s+"?\$\{/i.exec(code);
      const unnamed: Breach[] = hidden
        ? [
            {
              wall: 'writes',
              path: source.path,
              message: `"${hidden[1]}" with a computed table: write its name in the open`,
            },
          ]
        : [];
      const foreign = tables.filter(
        (t) => writesTo(code, t) && room !== t.owner && !(room && secondWriters[t.table]?.includes(room)),
      );
      return [
        ...unnamed,
        ...foreign.map((t) => ({
          wall: 'writes',
          path: source.path,
          message: `writes ${t.table}, which room ${t.owner} owns: put the write in server/${t.owner}/<verb>-<noun>.ts and call it`,
        })),
      ];
    });
}

function writesTo(code: string, { table, variable }: Table): boolean {
  const name = `(?:public\\.)?"?${table}"?(?![\\w.])`;
  const raw = new RegExp(
    `\\b(?:insert\\s+into|update(?:\\s+only)?|delete\\s+from(?:\\s+only)?|merge\\s+into|truncate(?:\\s+table)?|copy)\\s+${name}`,
    'i',
  );
  return new RegExp(`\\.(?:insert|update|delete)\\(\\s*(?:\\w+\\.)?${variable}\\s*\\)`).test(code) || raw.test(code);
}
