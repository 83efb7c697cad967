// @ts-check
// The languages a reader has chosen are remembered here, in their browser, and said in the addresses of lists and searches; the server remembers nothing. On both it runs
// in the head and not deferred, so that nothing is painted in every language first.
(() => {
  const key = 'languages';
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const known = (script.dataset.languages ?? '').split(',');
  const remembered = () => {
    try {
      const some = (localStorage.getItem(key) ?? '').split(',').filter((tag) => known.includes(tag));
      return some.length < known.length ? some : [];
    } catch { return []; }
  };
  const tick = (/** @type {string} */ boxes) => {
    const some = remembered();
    if (some.length) { for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(boxes))) { box.checked = some.includes(box.value); } }
  };

  const asked = new URLSearchParams(location.search);
  // What the address says goes before what is remembered: it may be somebody else's, passed on.
  const limit = () => {
    if (!asked.has(key) && remembered().length) {
      location.replace(`${location.pathname}${location.search}${location.search ? '&' : '?'}${key}=${remembered().join(',')}${location.hash}`);
    }
  };
  if (script.dataset.page === 'list') {
    limit();
  } else if (script.dataset.page === 'choose') {
    if (!asked.has(key)) { tick('.reading-form [name="languages"]'); }
    document.querySelector('.reading-form')?.addEventListener('submit', () => {
      const some = [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('.reading-form [name="languages"]:checked'))].map((box) => box.value);
      try {
        if (some.length && some.length < known.length) { localStorage.setItem(key, some.join(',')); } else { localStorage.removeItem(key); }
      } catch { /* private windows may refuse; the address says it all the same */ }
    });
  } else if (script.dataset.page === 'search') {
    const isAsked = ['q', 'section', 'by', 'source', 'from', 'to'].some((name) => asked.get(name)?.trim());
    if (isAsked) { limit(); }
    addEventListener('DOMContentLoaded', () => {
      const boxes = '.search-filters [name="languages"]';
      if (!isAsked && !asked.has(key)) {
        tick(boxes);
        // What narrows the search down is to be seen.
        if (remembered().length) { document.querySelector('.search-filters')?.setAttribute('open', ''); }
      }

      document.querySelector('.search-form')?.addEventListener('formdata', (event) => {
        const data = /** @type {FormDataEvent} */ (event).formData;
        // A form says nothing of boxes that are not ticked, and nothing said would mean what is remembered.
        if (!data.has(key) && remembered().length) { data.append(key, 'all'); }
      });
    });
  }
})();
