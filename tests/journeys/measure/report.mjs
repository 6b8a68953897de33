// How measures are told: one JSON line each.
import { existsSync, readFileSync } from 'node:fs';

/* Where Linux tells what the processors did, in ticks since the start: user, nice, system, idle, iowait, irq, softirq, steal. */
const processors = '/proc/stat';
/** Of a shorter time the share says nothing. */
const sharedTicksMin = 100;

let ticksBefore = ticks();

/**
 * Prints a measure. `stolen_percent` is how much of the processors' time other guests of the same machine took since the line
 * before: on a machine that others share, a slow minute is told from a slow app by it.
 */
export function report(measure, values) {
  console.log(JSON.stringify({ measure, ...values, ...stolen() }));
}

function stolen() {
  const [before, now] = [ticksBefore, ticks()];
  if (!now || now.all - before.all < sharedTicksMin) return {};
  ticksBefore = now;
  return { stolen_percent: rounded((100 * (now.stolen - before.stolen)) / (now.all - before.all)) };
}

function ticks() {
  if (!existsSync(processors)) return undefined;
  const counts = readFileSync(processors, 'utf8').split('\n')[0].trim().split(/\s+/).slice(1, 9).map(Number);
  return { all: counts.reduce((sum, count) => sum + count, 0), stolen: counts[7] };
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
