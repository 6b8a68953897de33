// How measures are told: one JSON line each.

/** Prints a measure. */
export function report(measure, values) {
  console.log(JSON.stringify({ measure, ...values }));
}

/** A measure that fails is reported as missing and does not take the others with it. */
export async function attempt(measure, act) {
  try {
    return await act();
  } catch (problem) {
    report(measure, { missing: String(problem.message ?? problem).split('\n')[0] });
    process.exitCode = 1;
    return undefined;
  }
}

/** How times are spread. */
export function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** Two places behind the point. */
export function rounded(number) {
  return Math.round(number * 100) / 100;
}
