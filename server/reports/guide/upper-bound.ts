/** Natural logarithms of factorials, grown as needed. */
const logs = [0, 0];
function logFactorial(n: number): number {
  for (let i = logs.length; i <= n; i += 1) logs.push((logs[i - 1] ?? 0) + Math.log(i));
  return logs[n] ?? 0;
}

/** Probability of at most `found` of `all` at the rate `p`. */
function atMost(found: number, all: number, p: number): number {
  let sum = 0;
  for (let k = 0; k <= found; k += 1) {
    const ways = logFactorial(all) - logFactorial(k) - logFactorial(all - k);
    sum += Math.exp(ways + k * Math.log(p) + (all - k) * Math.log1p(-p));
  }
  return sum;
}

/**
 * Upper 95 % bound of a rate by Clopper and Pearson (one-sided, exact, Biometrika 1934): the highest rate at
 * which so few would still be seen in one of twenty samples. 3 of 2,543 are at most 0.3 %; null without any.
 */
export function upperBound(found: number, all: number): number | null {
  if (all === 0) return null;
  if (found >= all) return 1;
  let [low, high] = [found / all, 1];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (atMost(found, all, middle) > 0.05) low = middle;
    else high = middle;
  }
  return high;
}
