// Whether a visitors' page has its back office practise; who looks at the screen or at the ledger sees nothing of it.

/* The back office thinks 1,200 enough and refuses the next. */
const rehearsals = 1_201;

/** Pages of this browser count from now on how often they have it practise. */
export async function countRehearsals(context) {
  await context.addInitScript(() => {
    window.rehearsals = 0;
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function postCounted(message, ...rest) {
      if (typeof message === 'string' && message.includes('"practise"')) window.rehearsals += 1;
      return post.call(this, message, ...rest);
    };
  });
}

/** Waits until this page has had everything practised that it wants to. */
export async function untilRehearsed(page) {
  await page.waitForFunction((all) => window.rehearsals === all, rehearsals);
}
