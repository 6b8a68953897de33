// A person with a keyboard and no pointer. Every step of the focus is looked at.
import assert from 'node:assert/strict';

const stepsMax = 160;
const arrivalMs = 5000;

export class Keyboard {
  constructor(page) {
    this.page = page;
  }

  /** Goes on by Tab until the focus stands on `target`. */
  async reach(target) {
    await target.waitFor();
    for (let step = 0; step < stepsMax; step += 1) {
      if (await this.#isOn(target)) return;
      await this.page.keyboard.press('Tab');
      await this.assertSeen();
    }
    assert.fail(`${target} cannot be reached by Tab`);
  }

  /** Goes to `target` and presses a key there. */
  async press(target, key) {
    await this.reach(target);
    await this.page.keyboard.press(key);
  }

  /** Goes to a field and types. */
  async type(target, text) {
    await this.reach(target);
    await this.page.keyboard.type(text);
  }

  /** Waits until the focus has come to `target` by itself. */
  async arrived(target) {
    await target.waitFor();
    const element = await target.elementHandle();
    const came = this.page.waitForFunction((wanted) => wanted === document.activeElement, element, { timeout: arrivalMs });
    await came.catch(async () => {
      const { what } = await this.page.evaluate(lookAtFocus);
      assert.fail(`the focus did not come to ${target}; it is on ${what}`);
    });
  }

  /** Fails where the focus is lost, or where a person would not see it. */
  async assertSeen() {
    const found = await this.page.evaluate(lookAtFocus);
    assert.deepEqual(found.wrong, [], `the focus on ${found.what}`);
  }

  async #isOn(target) {
    return target.evaluate((element) => element === document.activeElement);
  }
}

/** Runs in the page: what has the focus, and what is wrong with how it shows. */
function lookAtFocus() {
  const element = document.activeElement;
  /* After the last stop the focus leaves the page for the browser's own bar and comes back. */
  if (!element || element === document.body) return { what: 'nothing', wrong: [] };
  const box = element.getBoundingClientRect();
  const isMarked = (candidate) => {
    const style = getComputedStyle(candidate);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
  };
  const carriers = [element, element.closest('label'), element.parentElement].filter(Boolean);
  const wrong = [];
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) wrong.push('is outside the screen');
  /* A heading to which the focus is brought is a place to read from, not something to press. */
  const isPlace = element.tabIndex < 0;
  if (!isPlace && !carriers.some(isMarked)) wrong.push('shows no mark');
  return { what: element.outerHTML.slice(0, 120), wrong };
}
