// @ts-check
// Throws a draft away once its post was taken: the answer led to the comment. An answer that never came, or one with a refusal, leaves the draft where it is.
try {
  const posted = sessionStorage.getItem('posted');
  const [how] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  const isComment = /^#c-\d+$/.test(location.hash) || /^\/comments\/\d+(\/mine)?$/.test(location.pathname);
  if (posted && isComment && how?.type === 'navigate' && !document.querySelector('.form-refusal')) {
    localStorage.removeItem(posted);
    sessionStorage.removeItem('posted');
  }
} catch { /* nothing was stored */ }
