// @ts-check
// Keys for working through the queue. Everything here presses buttons that are on the page anyway.
const items = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.queue-item')]);
const help = /** @type {HTMLDialogElement | null} */ (document.querySelector('#keys'));

/** The item the moderator is at: the one that holds the focus. */
const current = () => items.findIndex((item) => item.contains(document.activeElement));

/** @param {number} step */
const move = (step) => {
  const at = current();
  const next = items[at < 0 ? (step > 0 ? 0 : items.length - 1) : Math.min(Math.max(at + step, 0), items.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
};

/** @param {string} key @param {ParentNode | undefined} within */
const button = (key, within) => /** @type {HTMLElement | null | undefined} */ (within?.querySelector(`[data-key="${key}"]`));

/** @type {Record<string, () => void>} */
const keys = {
  j: () => move(1),
  k: () => move(-1),
  a: () => button('a', items[current()])?.click(),
  r: () => {
    const details = /** @type {HTMLDetailsElement | null | undefined} */ (button('r', items[current()]));
    if (details) {
      details.open = true;
      details.querySelector('select')?.focus();
    }
  },
  // The decision at hand; else the one just made, which stands first on the page.
  u: () => (button('u', items[current()]) ?? button('u', document))?.click(),
  x: () => /** @type {HTMLInputElement | null | undefined} */ (items[current()]?.querySelector('input[type="checkbox"]'))?.click(),
  '?': () => help?.showModal(),
};

addEventListener('keydown', (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  // Letters typed into a field are text, and those with a modifier are the browser's.
  if (event.ctrlKey || event.altKey || event.metaKey || help?.open || target.closest('textarea, select, input:not([type="checkbox"])')) { return; }
  // By its letter, or where the keyboard writes another script by the key that letter has on a Latin one.
  const act = keys[/^[!-~]$/.test(event.key) ? event.key.toLowerCase() : event.code.replace(/^Key/, '').toLowerCase()];
  if (act) {
    event.preventDefault();
    act();
  }
});

if (location.hash === '#queue') { items[0]?.focus({ preventScroll: true }); }
