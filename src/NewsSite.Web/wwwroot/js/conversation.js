// @ts-check
// What changes while a conversation is read: says when there are new comments, inserts them when asked, and shows a reader what concerns only them. The page
// itself is the same for everyone; what is personal is fetched here, and only in browsers where somebody has signed in or posted.
const section = /** @type {HTMLElement | null} */ (document.querySelector('section.conversation[data-article]'));
const words = /** @type {HTMLElement | null} */ (document.querySelector('[data-words]'))?.dataset ?? {};
const every = 45_000;

/** Opens the branches around the comment the address names: a permalink lands even inside a folded one. */
function unfold() {
  const target = location.hash.startsWith('#c-') ? document.getElementById(location.hash.slice(1)) : null;
  for (let e = target?.parentElement; e; e = e.parentElement) {
    if (e instanceof HTMLDetailsElement) { e.open = true; }
  }
  target?.scrollIntoView();
  target?.focus({ preventScroll: true });
}

/** @param {HTMLElement} place */
function watch(place) {
  const base = /** @type {string} */ (place.dataset.live);
  let last = Number(place.dataset.last);
  let tag = '';
  const bar = document.createElement('p');
  bar.className = 'live-bar';
  bar.setAttribute('role', 'status');
  place.querySelector('.conversation-head')?.after(bar);
  const ask = async () => {
    if (document.hidden) { return; }
    const answer = await fetch(`${base}?after=${last}`, { headers: tag ? { 'If-None-Match': tag } : {} }).catch(() => null);
    if (!answer?.ok) { return; }
    tag = answer.headers.get('ETag') ?? '';
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const found = page.querySelector('[data-new]');
    const count = Number(/** @type {HTMLElement | null} */ (found)?.dataset.new ?? 0);
    if (!found || count === 0) { bar.replaceChildren(); return; }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = found.getAttribute('data-label') ?? String(count);
    button.addEventListener('click', () => {
      last = insert(found, last);
      bar.replaceChildren();
      tag = '';
    });
    bar.replaceChildren(button);
  };
  setInterval(ask, every);
  document.addEventListener('visibilitychange', ask);
  document.addEventListener('newssite:ask', ask);
}

/** @param {Element} found @param {number} last @returns {number} The last comment there is now. */
function insert(found, last) {
  /** @type {HTMLElement | null} */
  let first = null;
  for (const place of [...found.querySelectorAll('[data-parent]')]) {
    const item = /** @type {HTMLElement} */ (place.querySelector('ol.thread > li'));
    const comment = /** @type {HTMLElement} */ (item.querySelector('article.comment'));
    const id = Number(comment.id.slice(2));
    last = Math.max(last, id);
    if (document.getElementById(comment.id)) { continue; }
    comment.classList.add('comment-new');
    listUnder(/** @type {HTMLElement} */ (place).dataset.parent ?? '').append(item);
    first ??= comment;
  }
  first?.scrollIntoView({ block: 'center' });
  first?.focus({ preventScroll: true });
  return last;
}

/** @param {string} parent The comment answered, empty at the top. @returns {Element} The list its replies stand in. */
function listUnder(parent) {
  const above = parent ? document.getElementById(`c-${parent}`) : null;
  if (!above) {
    const thread = section?.querySelector(':scope > ol.thread');
    if (thread) { return thread; }
    const list = document.createElement('ol');
    list.className = 'thread';
    section?.querySelector('.conversation-head')?.after(list);
    return list;
  }
  const details = above.parentElement?.querySelector(':scope > details');
  if (details) { return /** @type {Element} */ (details.querySelector('ol')); }
  // At the deepest level replies run as siblings.
  const list = document.createElement('ol');
  list.className = 'thread thread-new';
  above.after(list);
  return list;
}

/** Shows what concerns only this reader. */
async function personal() {
  if (!section) { return; }
  try { if (localStorage.getItem('personal') !== '1') { return; } } catch { return; }
  const answer = await fetch(`/comments/mine?article=${section.dataset.article}`).catch(() => null);
  if (!answer?.ok) { return; }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const mine = /** @type {HTMLElement | null} */ (page.querySelector('[data-personal]'));
  if (!mine) { return; }
  for (const item of [...mine.querySelectorAll('li[data-parent]')]) {
    if (!document.getElementById(/** @type {HTMLElement} */ (item.querySelector('article')).id)) {
      item.querySelector('article')?.classList.add('comment-held');
      listUnder(/** @type {HTMLElement} */ (item).dataset.parent ?? '').append(item);
    }
  }
  const since = Number(mine.dataset.seen ?? 0);
  const useful = new Set((mine.dataset.useful ?? '').split(' '));
  const ignored = new Set((mine.dataset.ignored ?? '').split(' '));
  for (const comment of document.querySelectorAll('.thread article.comment')) {
    const id = comment.id.slice(2);
    const account = comment.querySelector('h3 a')?.getAttribute('href')?.split('/').pop() ?? '';
    if (since > 0 && Number(id) > since && account !== mine.dataset.account) { comment.classList.add('comment-new'); }
    if (account && ignored.has(account)) { comment.classList.add('comment-ignored'); }
    const link = comment.querySelector('a.useful');
    if (mine.dataset.account && link) { press(link, id, useful.has(id)); }
  }
  const name = mine.dataset.name;
  if (name) {
    document.querySelectorAll('form.reply-form').forEach(form => {
      form.querySelectorAll('input[name="name"], input[name="email"]').forEach(field => field.parentElement?.remove());
      const hint = form.querySelector('[id^="guest"]');
      if (hint) { hint.textContent = (words.postingAs ?? '').replace('{0}', name); }
    });
  }
  const tools = mine.querySelector('.reader-tools');
  if (tools) { section.querySelector('.conversation-head')?.append(tools); }
}

/** @param {Element} link @param {string} id @param {boolean} mine Makes the link a button that changes its number in place. */
function press(link, id, mine) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'useful';
  button.textContent = link.textContent;
  button.setAttribute('aria-pressed', String(mine));
  button.addEventListener('click', async () => {
    const value = button.getAttribute('aria-pressed') !== 'true';
    const answer = await fetch(`/comments/${id}/useful`, { method: 'POST', headers: { Accept: 'application/json' }, body: new URLSearchParams({ value: String(value) }) }).catch(() => null);
    if (!answer?.ok) { return; }
    const { label } = await answer.json();
    button.textContent = label;
    button.setAttribute('aria-pressed', String(value));
  });
  link.replaceWith(button);
}

addEventListener('hashchange', unfold);
unfold();
if (section?.dataset.live) { watch(section); }
personal();
// A post that led to a page of its own or into the conversation was taken: its draft is done.
try {
  const posted = sessionStorage.getItem('posted');
  if (posted && !document.querySelector('.form-refusal')) {
    localStorage.removeItem(posted);
    sessionStorage.removeItem('posted');
  }
} catch { /* nothing was stored */ }
