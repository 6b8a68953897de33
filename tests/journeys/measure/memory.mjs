// How much memory the page and its workers take: all that their process has written for itself, the engine included.
//
// The browser's own measure (measureUserAgentSpecificMemory) leaves WebAssembly's memory out, which is most of ours; so the
// process is asked, where the system tells (Linux).
import { readFile } from 'node:fs/promises';

/** Bytes of the page, with its workers; no other page of the app may be open. */
export async function memoryOf(page) {
  await collectGarbage(page);
  const session = await page.context().browser().newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === 'renderer');
  /* Besides ours there are the browser's empty page and one in reserve, which hold nothing. */
  return Math.max(...await Promise.all(pages.map(({ id }) => ownBytes(id))));
}

/** Of the page and of each of its workers. */
async function collectGarbage(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const collected = [];
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    collected.push(new Promise((resolve) => {
      session.on('Target.receivedMessageFromTarget', (answer) => { if (answer.sessionId === sessionId) resolve(); });
    }));
    const message = JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' });
    session.send('Target.sendMessageToTarget', { sessionId, message });
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  await Promise.all(collected);
  await session.detach();
}

async function ownBytes(process) {
  const text = await readFile(`/proc/${process}/smaps_rollup`, 'utf8');
  const found = /^Private_Dirty:\s+(\d+) kB$/m.exec(text);
  if (!found) throw new Error(`the system does not tell how much memory process ${process} takes`);
  return Number(found[1]) * 1024;
}
