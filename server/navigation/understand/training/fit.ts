import { classes, width } from '../model/features.ts';
import type { LinearModel } from '../model/linear-model.ts';
import type { Example } from './examples.ts';

const settings = { epochs: 5, rate: 0.3, decay: 2e-4, seed: 12345 };

/**
 * Adagrad over the examples in an order drawn from a fixed seed. Nothing depends on time, threads or
 * locale, so the same examples give the same weights bit for bit.
 */
export function fitModel(examples: readonly Example[]): LinearModel {
  const rows = new Float64Array(width * classes);
  const squares = new Float64Array(width * classes).fill(1e-6);
  const draw = lottery(settings.seed);
  const order = examples.map((_, at) => at);
  const belief = new Float64Array(classes);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = draw(i + 1);
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (const at of order) learn(examples[at] as Example, rows, squares, belief);
  }
  return { rows: Float32Array.from(rows) };
}

function learn({ features, target, weight }: Example, rows: Float64Array, squares: Float64Array, belief: Float64Array) {
  const { at, value } = features;
  belief.fill(0);
  for (let k = 0; k < at.length; k += 1) {
    const base = (at[k] as number) * classes;
    for (let c = 0; c < classes; c += 1) (belief[c] as number) += (rows[base + c] as number) * (value[k] as number);
  }
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < classes; c += 1) top = Math.max(top, belief[c] as number);
  let all = 0;
  for (let c = 0; c < classes; c += 1) all += belief[c] = Math.exp((belief[c] as number) - top);
  for (let c = 0; c < classes; c += 1) belief[c] = ((belief[c] as number) / all - (target[c] as number)) * weight;
  for (let k = 0; k < at.length; k += 1) {
    const base = (at[k] as number) * classes;
    for (let c = 0; c < classes; c += 1) {
      const slope = (belief[c] as number) * (value[k] as number) + settings.decay * (rows[base + c] as number);
      (squares[base + c] as number) += slope * slope;
      (rows[base + c] as number) -= (settings.rate * slope) / Math.sqrt(squares[base + c] as number);
    }
  }
}

/** A linear congruential generator: the same numbers everywhere. */
function lottery(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}
