// Puts a conversation of this site into a page of another one, in the place of the element that asks for this file:
//   <script src="https://news.example/embed.js" data-article="https://news.example/2026/11/06/who-owns-noon" async></script>
// It reads nothing of that page and tells nobody anything. The frame says how tall it is; what anybody else says is not listened to.
(() => {
  const script = document.currentScript;
  if (!script || !script.dataset.article) { return; }
  const site = new URL(script.src).origin;
  let article;
  try { article = new URL(script.dataset.article, site); } catch { return; }
  if (article.origin !== site) { return; }

  const frame = document.createElement('iframe');
  frame.src = site + article.pathname.replace(/\/$/, '') + '/comments/embed';
  frame.title = script.dataset.title || 'Comments';
  frame.loading = 'lazy';
  frame.referrerPolicy = 'origin';
  frame.style.cssText = 'display:block;width:100%;height:30rem;border:0';
  addEventListener('message', (event) => {
    if (event.origin !== site || event.source !== frame.contentWindow || !event.data || event.data.newssite !== 'conversation') { return; }
    const height = Number(event.data.height);
    if (height > 0 && height < 1e6) { frame.style.height = `${Math.ceil(height)}px`; }
    if (!script.dataset.title && typeof event.data.title === 'string') { frame.title = event.data.title.slice(0, 300); }
  });
  script.after(frame);
})();
