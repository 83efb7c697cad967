// @ts-check
// What changes while a conversation is read: says when there are new comments, inserts them when asked, and shows a reader what concerns only them. The page
// itself is the same for everyone; what is personal is fetched here, and only in browsers where somebody has signed in or posted.
const section = /** @type {HTMLElement | null} */ (document.querySelector('section.conversation[data-article]'));
const words = /** @type {HTMLElement | null} */ (document.querySelector('[data-words]'))?.dataset ?? {};
const inPageLanguage = `language=${document.documentElement.lang}`;
const every = 45_000;
/** What concerns the reader: `account`, and sets of keys. Null for most readers. @type {{ account: string, fresh: Set<string>, useful: Set<string>, ignored: Set<string> } | null} */
let own = null;

/** Opens the branches around the comment the address names: a permalink lands even inside a folded one. */
function unfold() {
  const target = location.hash.startsWith('#c-') ? document.getElementById(location.hash.slice(1)) : null;
  for (let e = target?.parentElement; e; e = e.parentElement) {
    if (e instanceof HTMLDetailsElement) { e.open = true; }
  }
  target?.scrollIntoView();
  target?.focus({ preventScroll: true });
}

/** @param {string} address */
const read = async address => {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
};

/** @param {HTMLElement} place Asks now and then what the reader has not been shown. */
function watch(place) {
  const base = /** @type {string} */ (place.dataset.live);
  let seen = place.dataset.seen ?? '0';
  let tag = '';
  const bar = document.createElement('div');
  bar.className = 'live-bar';
  bar.setAttribute('role', 'status');
  place.querySelector('.conversation-head')?.after(bar);
  const ask = async () => {
    if (document.hidden) { return; }
    const asked = seen;
    const answer = await fetch(`${base}?after=${asked}`, { headers: tag ? { 'If-None-Match': tag } : {} }).catch(() => null);
    // Read to the end even where it is "not modified", or the browser counts the request as broken off.
    const text = await answer?.text().catch(() => '');
    if (!answer?.ok || !text) { return; }
    const found = /** @type {HTMLElement | null} */ (new DOMParser().parseFromString(text, 'text/html').querySelector('[data-new]'));
    if (!found || asked !== seen) { return; }
    tag = answer.headers.get('ETag') ?? '';
    if (found.dataset.open !== 'true') { clearInterval(timer); }
    if (![...found.querySelectorAll('article.comment')].some(comment => !shown(comment.id))) { bar.replaceChildren(); return; }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = found.dataset.label ?? '';
    button.addEventListener('click', () => {
      seen = found.dataset.seen ?? seen;
      tag = '';
      bar.replaceChildren();
      insert(found);
    });
    bar.replaceChildren(button);
  };
  const timer = setInterval(ask, every);
  document.addEventListener('visibilitychange', ask);
}

/** @param {string} id @returns {boolean} True when the comment stands on the page with its text. */
const shown = id => !!document.getElementById(id) && !document.getElementById(id)?.classList.contains('comment-gone');

/** @param {HTMLElement} found */
function insert(found) {
  /** @type {HTMLElement | null} */
  let first = null;
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (found.querySelectorAll('[data-parent]'))) {
    const item = /** @type {HTMLElement} */ (place.querySelector('ol.thread > li'));
    const comment = /** @type {HTMLElement} */ (item.querySelector('article.comment'));
    if (shown(comment.id)) { continue; }
    comment.classList.add('comment-new');
    // One that stood there as gone comes back into its place, above its answers.
    const gone = document.getElementById(comment.id);
    if (gone) { gone.replaceWith(comment); } else { put(item, place.dataset.parent); }
    concern(comment);
    first ??= comment;
  }
  const count = section?.querySelector('.conversation-count');
  if (count && found.dataset.total) { count.textContent = found.dataset.total; }
  for (let e = first?.parentElement; e; e = e.parentElement) {
    if (e instanceof HTMLDetailsElement) { e.open = true; }
  }
  first?.scrollIntoView({ block: 'center' });
  first?.focus({ preventScroll: true });
}

/** @param {HTMLElement} item A comment in its list item. @param {string | undefined} parent The comment it answers, empty at the top. */
function put(item, parent) {
  const above = parent ? document.getElementById(`c-${parent}`) : null;
  if (above) { repliesTo(above).append(item); return; }
  let thread = section?.querySelector(':scope > ol.thread');
  if (!thread) {
    thread = document.createElement('ol');
    thread.className = 'thread';
    const nothing = section?.querySelector('[data-empty]');
    if (nothing) { nothing.replaceWith(thread); } else { section?.querySelector('.conversation-head')?.after(thread); }
  }
  if (section?.dataset.order === 'newest') { thread.prepend(item); } else { thread.append(item); }
}

/** @param {HTMLElement} comment @returns {Element} The list its replies stand in. */
function repliesTo(comment) {
  const item = /** @type {HTMLElement} */ (comment.parentElement);
  let level = 0;
  for (let e = /** @type {Element | null} */ (item); e && e !== section; e = e.parentElement) {
    if (e instanceof HTMLOListElement) { level++; }
  }
  // At the deepest level replies run as siblings.
  if (level >= Number(section?.dataset.levels ?? 5)) { return /** @type {Element} */ (item.parentElement); }
  const there = item.querySelector(':scope > details > ol');
  if (there) { return there; }
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  const label = document.createElement('span');
  const list = document.createElement('ol');
  label.textContent = words.replies ?? '';
  details.open = true;
  summary.append(label);
  details.append(summary, list);
  item.append(details);
  return list;
}

/** Shows what concerns only this reader. */
async function personal() {
  if (!section) { return; }
  try { if (localStorage.getItem('personal') !== '1') { return; } } catch { return; }
  const mine = /** @type {HTMLElement | null | undefined} */ ((await read(`/comments/mine?article=${section.dataset.article}`))?.querySelector('[data-personal]'));
  if (!mine) { return; }
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (mine.querySelectorAll('li[data-parent]'))) {
    const comment = /** @type {HTMLElement} */ (item.querySelector('article'));
    if (document.getElementById(comment.id)) { continue; }
    comment.classList.add('comment-held');
    put(item, item.dataset.parent);
  }
  if (!mine.dataset.account) { return; }
  const keys = (/** @type {string | undefined} */ list) => new Set((list ?? '').split(' ').filter(Boolean));
  own = { account: mine.dataset.account, fresh: keys(mine.dataset.fresh), useful: keys(mine.dataset.useful), ignored: keys(mine.dataset.ignored) };
  document.querySelectorAll('.thread article.comment').forEach(comment => concern(/** @type {HTMLElement} */ (comment)));
  tellNews(mine);
  document.querySelectorAll('form.reply-form').forEach(form => {
    form.querySelectorAll('input[name="name"], input[name="email"]').forEach(field => field.parentElement?.remove());
    const hint = form.querySelector('[id^="guest"]');
    if (hint) { hint.textContent = (words.postingAs ?? '').replace('{0}', mine.dataset.name ?? ''); }
  });
}

/** @param {HTMLElement} mine Makes the link to what is new say how much there is, and lead to it. */
function tellNews(mine) {
  const link = /** @type {HTMLAnchorElement | null} */ (section?.querySelector('.conversation-links a'));
  const first = [...own?.fresh ?? []].find(id => document.getElementById(`c-${id}`));
  if (!link || !first) { return; }
  link.textContent = mine.querySelector('[data-news]')?.textContent ?? '';
  link.setAttribute('href', `#c-${first}`);
}

/** @param {HTMLElement} comment Marks what it is to this reader. */
function concern(comment) {
  if (!own) { return; }
  const id = comment.id.slice(2);
  const writer = comment.querySelector('h3 a')?.getAttribute('href')?.split('/').pop() ?? '';
  if (own.fresh.has(id)) {
    comment.classList.add('comment-new');
    const mark = document.createElement('span');
    mark.className = 'hidden';
    mark.textContent = ` · ${words.new ?? ''}`;
    comment.querySelector('h3')?.append(mark);
  }
  if (writer && own.ignored.has(writer)) {
    comment.classList.add('comment-ignored');
    const why = document.createElement('a');
    why.className = 'comment-hush';
    why.href = `/comments/${id}/follow?${inPageLanguage}`;
    why.textContent = words.ignored ?? '';
    comment.append(why);
  }
  const link = comment.querySelector('a.useful');
  if (link && writer !== own.account) { press(link, id, own.useful.has(id)); }
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
    const answer = await fetch(`/comments/${id}/useful?${inPageLanguage}`, { method: 'POST', headers: { Accept: 'application/json' }, body: new URLSearchParams({ value: String(value) }) }).catch(() => null);
    // Signed out meanwhile: the page says so, and where to sign in.
    if (answer?.status === 401) { location.assign(`/comments/${id}/useful?${inPageLanguage}`); }
    if (!answer?.ok) { return; }
    button.textContent = (await answer.json()).label;
    button.setAttribute('aria-pressed', String(value));
  });
  link.replaceWith(button);
}

addEventListener('hashchange', unfold);
unfold();
if (section?.dataset.live) { watch(section); }
personal();
