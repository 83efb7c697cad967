// @ts-check
// A click on the picture fills in the two numbers that say where the eye should fall.
const frame = /** @type {HTMLElement | null} */ (document.querySelector('.picture-frame'));
const [left, top_] = /** @type {HTMLInputElement[]} */ (['focusX', 'focusY'].map((name) => document.querySelector(`input[name="${name}"]`)));

if (frame && left && top_) {
  const shown = /** @type {HTMLElement[]} */ ([frame, ...document.querySelectorAll('.picture-crops img')]);
  const show = () => {
    for (const element of shown) {
      element.style.setProperty('--focus-x', `${left.value || 50}%`);
      element.style.setProperty('--focus-y', `${top_.value || 50}%`);
    }
  };
  /** @param {number} part */
  const percent = (part) => String(Math.round(Math.min(Math.max(part, 0), 1) * 100));

  frame.dataset.aims = '';
  frame.addEventListener('click', (event) => {
    const box = frame.getBoundingClientRect();
    left.value = percent((event.clientX - box.left) / box.width);
    top_.value = percent((event.clientY - box.top) / box.height);
    show();
  });
  for (const input of [left, top_]) { input.addEventListener('input', show); }
  show();
}
