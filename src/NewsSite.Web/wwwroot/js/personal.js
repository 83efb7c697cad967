// @ts-check
// Remembers in this browser whether there is anything personal to fetch, so that readers who never signed in or posted cost no request.
try {
  if (document.querySelector('meta[name="personal"]')?.getAttribute('content') === 'true') { localStorage.setItem('personal', '1'); } else { localStorage.removeItem('personal'); }
} catch { /* nothing is fetched then; the pages work as they are */ }
