// Measures the finished site in a real Chromium; one JSON line each. `cargo xtask measure [--tickets N]` calls it.
//
// Everything is done as a person does it, but for one hook by which registrations are submitted (measure/registration.mjs).
// What cannot be measured is reported as missing, never left out in silence. With 100,000 tickets and more, each power of
// ten from 10,000 on is measured, and a table at the end shows how the figures grow.
import { measureFirstLoad } from './measure/first-load.mjs';
import { measureImportAlone, measureLedger, openEmptyDesk } from './measure/ledger.mjs';
import { measurePeers } from './measure/peers.mjs';
import { attempt, report, rounded } from './measure/report.mjs';
import { Site } from './site.mjs';

const peersFrom = 100_000;
/* The import and its peers take turns, as machines are not equally fast at all times. */
const peerRounds = 2;
const tickets = Number(process.argv[2] ?? 10_000);

const site = await new Site().start();
try {
  await measureFirstLoad(site);
  if (tickets >= peersFrom) await attempt('peers', compare);
  const empty = await openEmptyDesk(site);
  const rows = [];
  for (const count of [0, ...scales(tickets)]) {
    const figures = await attempt('ledger', () => measureLedger(site, count, empty));
    if (figures) rows.push(figures);
  }
  await empty.close();
  console.table(rows);
} finally {
  await site.stop();
}

/** The ledgers to measure: one of so many tickets, and the powers of ten below it from 10,000 on. */
function scales(most) {
  if (most < peersFrom) return most > 0 ? [most] : [];
  const scales = [];
  for (let count = 10_000; count < most; count *= 10) scales.push(count);
  return [...scales, most];
}

async function compare() {
  for (let round = 1; round <= peerRounds; round += 1) {
    const ours = await measureImportAlone(site, peersFrom);
    const dexie = (await measurePeers(peersFrom))['dexie.import'];
    if (!dexie) return;
    report('import_over_dexie', { tickets: peersFrom, round, ratio: rounded(ours / dexie) });
  }
}
