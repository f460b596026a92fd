import { readFileSync } from 'node:fs';
import { type LinearModel, unpackModel } from './linear-model.ts';
import manifest from './manifest.json' with { type: 'json' };

/** Named in counts and in answers that are kept, so that advice can be traced to the weights that gave it. */
export const modelVersion = `${manifest.trainedOn}-${manifest.weightsSha256.slice(0, 8)}`;

let loaded: LinearModel | null = null;
/** The weights that come with the program; read once a process. */
export function trainedModel(): LinearModel {
  loaded ??= unpackModel(readFileSync(new URL('./weights.bin', import.meta.url)));
  return loaded;
}
