// How much memory page and worker take, as the browser itself measures it (W3C: Measure Memory API).

/** Bytes of the page with its workers, and of the workers alone; after a collection, as the browser does one to measure. */
export async function memoryOf(page) {
  return page.evaluate(async () => {
    if (!window.crossOriginIsolated) throw new Error('the page is not isolated, so the browser does not measure its memory');
    const { bytes, breakdown } = await performance.measureUserAgentSpecificMemory();
    const isWorker = ({ attribution }) => attribution.some(({ scope }) => scope === 'DedicatedWorkerGlobalScope');
    return { bytes, worker_bytes: breakdown.filter(isWorker).reduce((sum, part) => sum + part.bytes, 0) };
  });
}
