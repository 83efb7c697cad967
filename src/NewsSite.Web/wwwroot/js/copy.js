// @ts-check
// A button above each text that is there to be copied. Without this the text can be selected whole, and is when it is clicked with it.
const place = /** @type {HTMLElement | null} */ (document.querySelector('[data-copy]'));
for (const text of place?.querySelectorAll('textarea') ?? []) {
  text.addEventListener('focus', () => text.select());
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = place?.dataset.copy ?? '';
  const name = text.getAttribute('aria-labelledby');
  if (name) {
    button.id = `${name}-copy`;
    button.setAttribute('aria-labelledby', `${button.id} ${name}`);
  }
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      // Over plain http there is no clipboard to write to but by the older way.
      text.focus();
      text.select();
      document.execCommand('copy');
    }
    button.textContent = place?.dataset.copied ?? '';
    setTimeout(() => { button.textContent = place?.dataset.copy ?? ''; }, 2500);
  });
  text.before(button);
}
