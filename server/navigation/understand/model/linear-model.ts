import { classes, type Features, lexiconAt, width } from './features.ts';

/** Multinomial logistic regression over sparse features: `rows[feature * classes + label]`. */
export type LinearModel = { rows: Float32Array };

/** Belief before softmax of each label. */
export function logitsOf({ rows }: LinearModel, { at, value }: Features): Float64Array {
  const logits = new Float64Array(classes);
  for (let k = 0; k < at.length; k += 1) {
    const base = (at[k] ?? 0) * classes;
    const weight = value[k] ?? 0;
    for (let label = 0; label < classes; label += 1) {
      logits[label] = (logits[label] ?? 0) + (rows[base + label] ?? 0) * weight;
    }
  }
  return logits;
}

/** Shares that add up to one; a temperature above 1 makes the beliefs milder. */
export function softmax(logits: Float64Array, temperature = 1): Float64Array {
  const top = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const beliefs = logits.map((logit) => Math.exp((logit - top) / temperature));
  const all = beliefs.reduce((sum, belief) => sum + belief, 0);
  return beliefs.map((belief) => belief / all);
}

const magic = 0x484d4e31; // HMN1
const header = 12;
const grams = lexiconAt * classes;
const rest = (width - lexiconAt) * classes;

/**
 * n-grams as one byte each on a common scale, everything else as 32-bit floats: 1.6 MB.
 * Little-endian: magic, number of features, scale, bytes, floats.
 */
export function packModel({ rows }: LinearModel): Buffer {
  let most = 0;
  for (let at = 0; at < grams; at += 1) most = Math.max(most, Math.abs(rows[at] ?? 0));
  const scale = most / 127 || 1;
  const file = Buffer.alloc(header + grams + rest * 4);
  file.writeUInt32LE(magic, 0);
  file.writeUInt32LE(width, 4);
  file.writeFloatLE(scale, 8);
  for (let at = 0; at < grams; at += 1) file.writeInt8(Math.round((rows[at] ?? 0) / scale), header + at);
  for (let at = 0; at < rest; at += 1) file.writeFloatLE(rows[grams + at] ?? 0, header + grams + at * 4);
  return file;
}

/** Throws a sentence for a file that was trained for other features. */
export function unpackModel(file: Buffer): LinearModel {
  if (file.length !== header + grams + rest * 4 || file.readUInt32LE(0) !== magic || file.readUInt32LE(4) !== width)
    throw new Error('The weights do not fit the program: run npm run navigation:train');
  const scale = file.readFloatLE(8);
  const rows = new Float32Array(width * classes);
  for (let at = 0; at < grams; at += 1) rows[at] = file.readInt8(header + at) * scale;
  for (let at = 0; at < rest; at += 1) rows[grams + at] = file.readFloatLE(header + grams + at * 4);
  return { rows };
}
