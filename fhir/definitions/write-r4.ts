import { writeFileSync } from 'node:fs';
import { distil } from './distil.ts';
import { definedTypes } from './r4.ts';

// node fhir/definitions/write-r4.ts: after a type joined the record, or another edition of the definitions
const text = `${JSON.stringify(distil(definedTypes))}\n`;
writeFileSync(new URL('./r4.json', import.meta.url), text);
