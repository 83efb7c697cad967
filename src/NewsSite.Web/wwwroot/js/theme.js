// @ts-check
// Light or dark: the system's choice until the reader makes one, which only their browser remembers. Loaded in the head and not deferred,
// so that the page is never painted in the wrong colours first.
(() => {
  const key = 'theme';
  const root = document.documentElement;
  const chosen = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const apply = (/** @type {string | null} */ theme) => {
    if (theme === 'light' || theme === 'dark') { root.dataset.theme = theme; }
  };
  apply(chosen());
  addEventListener('DOMContentLoaded', () => {
    const button = /** @type {HTMLButtonElement | null} */ (document.querySelector('.theme-switch'));
    if (!button) { return; }
    button.hidden = false;
    const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    const tell = () => button.setAttribute('aria-pressed', String(isDark()));
    tell();
    button.addEventListener('click', () => {
      const next = isDark() ? 'light' : 'dark';
      try { localStorage.setItem(key, next); } catch { /* private windows may refuse; the page still changes */ }
      apply(next);
      tell();
    });
  });
})();
