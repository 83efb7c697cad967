// @ts-check
// The two panes beside one another: tabs, counting, formatting, and scrolling paragraph by paragraph.
import { locale } from './page-locale.js';

const form = /** @type {HTMLFormElement} */ (document.querySelector('form.editor'));
const body = /** @type {HTMLTextAreaElement} */ (form.querySelector('#body'));
// What stands beside: the original, and the version of ours it is translated from, if it is.
const besides = /** @type {HTMLTextAreaElement[]} */ ([...form.querySelectorAll('#basis-text, #original')]);
const count = /** @type {HTMLElement} */ (form.querySelector('[data-count]'));
const toolbar = /** @type {HTMLElement} */ (form.querySelector('.toolbar'));
const frame = /** @type {HTMLIFrameElement} */ (form.querySelector('[data-frame]'));

let counting = 0;
function tally() {
  clearTimeout(counting);
  counting = window.setTimeout(() => {
    const number = (body.value.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’ʼ-]*/gu) ?? []).length;
    const pace = body.lang.startsWith('ar') ? 180 : 238;
    const numbers = new Intl.NumberFormat(locale);
    count.textContent = (form.dataset.wordWords ?? '').replace('{0}', numbers.format(number)).replace('{1}', numbers.format(Math.max(1, Math.floor(number / pace + 2 / 3))));
  }, 300);
}

/** @type {Record<string, [string, string, boolean]>} before, behind, as a block */
const tools = {
  Bold: ['**', '**', false],
  Italic: ['*', '*', false],
  Heading: ['## ', '', true],
  Link: ['[', '](https://)', false],
  Quote: ['> ', '', true],
  List: ['- ', '', true],
  PullQuote: ['::: pullquote\n', '\n:::', true],
  TranslatorsNote: ['::: translators-note\n', '\n:::', true],
};

/** @param {string} text Typed for the person, so that "undo" takes it back. */
function type(text) {
  body.focus();
  if (!document.execCommand('insertText', false, text)) {
    body.setRangeText(text, body.selectionStart, body.selectionEnd, 'end');
    body.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** @param {string} name */
function use(name) {
  const [start, end] = [body.selectionStart, body.selectionEnd];
  const chosen = body.value.slice(start, end);
  if (name === 'Footnote') {
    const numbers = [...body.value.matchAll(/\[\^(\d+)\]/g)].map(m => Number(m[1]));
    const next = Math.max(0, ...numbers) + 1;
    body.setSelectionRange(end, end);
    type(`[^${next}]`);
    const place = body.selectionStart;
    body.setSelectionRange(body.value.length, body.value.length);
    type(`${body.value.endsWith('\n') ? '' : '\n'}\n[^${next}]: `);
    void place;
    return;
  }
  const [before, behind, isBlock] = tools[name];
  if (!isBlock) {
    type(`${before}${chosen}${behind}`);
    const at = start + before.length;
    body.setSelectionRange(name === 'Link' ? start + 1 + chosen.length + 2 : at, name === 'Link' ? start + 1 + chosen.length + 10 : at + chosen.length);
    return;
  }
  const lead = start === 0 || body.value.slice(0, start).endsWith('\n') ? '' : '\n\n';
  const text = behind ? chosen : chosen.split('\n').map((line, i) => i === 0 ? line : `${before}${line}`).join('\n');
  type(`${lead}${before}${text}${behind}`);
}

toolbar.hidden = false;
const buttons = /** @type {HTMLButtonElement[]} */ ([...toolbar.querySelectorAll('button')]);
buttons.forEach((button, i) => {
  button.tabIndex = i === 0 ? 0 : -1;
  button.addEventListener('click', () => use(button.dataset.tool ?? ''));
});
toolbar.addEventListener('keydown', event => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
  const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  if (step === 0 || at < 0) { return; }
  const forward = document.documentElement.dir === 'rtl' ? -step : step;
  const next = buttons[(at + forward + buttons.length) % buttons.length];
  buttons.forEach(button => { button.tabIndex = button === next ? 0 : -1; });
  next.focus();
});
body.addEventListener('keydown', event => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) { return; }
  const name = { KeyB: 'Bold', KeyI: 'Italic', KeyK: 'Link' }[event.code];
  if (name) { event.preventDefault(); use(name); }
});

// Tabs --------------------------------------------------------------------------------------------------------------------------------
const tabs = /** @type {HTMLButtonElement[]} */ ([...form.querySelectorAll('.pane-switch [role="tab"]')]);
/** @type {HTMLElement} */ (form.querySelector('.pane-switch')).hidden = false;
form.querySelectorAll('#beside-basis > label, #beside-original > label').forEach(label => label.classList.add('hidden'));
/** @param {HTMLButtonElement} tab */
function choose(tab) {
  tabs.forEach(other => {
    other.setAttribute('aria-selected', String(other === tab));
    other.tabIndex = other === tab ? 0 : -1;
    /** @type {HTMLElement} */ (document.getElementById(other.getAttribute('aria-controls') ?? '')).hidden = other !== tab;
  });
  if (tab.id === 'tab-preview') { frame.src = form.dataset.preview ?? ''; }
}
tabs.forEach((tab, i) => {
  tab.addEventListener('click', () => choose(tab));
  tab.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
    if (step !== 0) {
      const next = tabs[(i + (document.documentElement.dir === 'rtl' ? -step : step) + tabs.length) % tabs.length];
      choose(next);
      next.focus();
    }
  });
});
if (tabs.length > 2) { choose(tabs[0]); }
form.querySelectorAll('[data-width]').forEach(button => button.addEventListener('click', () => {
  form.querySelectorAll('[data-width]').forEach(other => other.setAttribute('aria-pressed', String(other === button)));
  frame.dataset.wide = String(/** @type {HTMLElement} */ (button).dataset.width === 'desktop');
}));
form.querySelector('a[target="preview"]')?.addEventListener('click', event => {
  event.preventDefault();
  const tab = /** @type {HTMLButtonElement} */ (form.querySelector('#tab-preview'));
  choose(tab);
  tab.focus();
});

// Scrolling together --------------------------------------------------------------------------------------------------------------------
const mirror = document.createElement('div');
mirror.setAttribute('aria-hidden', 'true');
mirror.className = 'editor-mirror';
form.append(mirror);
/** @type {WeakMap<HTMLTextAreaElement, number[]>} */
const tops = new WeakMap();

/** @param {HTMLTextAreaElement} area Where each paragraph begins, in pixels from the top. Measured when first wanted after a change. */
function paragraphs(area) {
  const known = tops.get(area);
  if (known) { return known; }
  const style = getComputedStyle(area);
  mirror.style.font = style.font;
  mirror.style.inlineSize = `${area.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)}px`;
  mirror.lang = area.lang;
  mirror.dir = area.dir;
  mirror.replaceChildren(...area.value.split('\n').map(line => Object.assign(document.createElement('p'), { textContent: line || '\u200b' })));
  const found = [...mirror.children].filter((p, i) => area.value.split('\n')[i].trim() !== '').map(p => /** @type {HTMLElement} */ (p).offsetTop);
  found.push(mirror.scrollHeight);
  mirror.replaceChildren();
  tops.set(area, found);
  return found;
}

let leading = /** @type {HTMLTextAreaElement | null} */ (null);
/** @param {HTMLTextAreaElement} from @param {HTMLTextAreaElement} to */
function follow(from, to) {
  if (leading && leading !== from) { return; }
  leading = from;
  requestAnimationFrame(() => {
    const [a, b] = [paragraphs(from), paragraphs(to)];
    const at = Math.max(0, a.findLastIndex(top => top <= from.scrollTop));
    const within = at + 1 < a.length ? (from.scrollTop - a[at]) / Math.max(1, a[at + 1] - a[at]) : 0;
    const start = b[Math.min(at, b.length - 1)];
    const end = b[Math.min(at + 1, b.length - 1)];
    to.scrollTop = start + within * (end - start);
    setTimeout(() => { leading = null; }, 80);
  });
}
body.addEventListener('scroll', () => besides.filter(area => area.clientWidth > 0).forEach(area => follow(body, area)), { passive: true });
besides.forEach(area => area.addEventListener('scroll', () => follow(area, body), { passive: true }));
[body, ...besides].forEach(area => ['input', 'desk:joined'].forEach(name => area.addEventListener(name, () => tops.delete(area))));
addEventListener('resize', () => [body, ...besides].forEach(area => tops.delete(area)));

// Findings lead to their place ------------------------------------------------------------------------------------------------------------
form.addEventListener('click', event => {
  const link = /** @type {HTMLElement} */ (event.target).closest?.('a[data-field]');
  if (!(link instanceof HTMLElement)) { return; }
  const place = document.getElementById(`f-${link.dataset.field}`);
  const control = /** @type {HTMLElement | null | undefined} */ (place?.querySelector('textarea, input:not([type="hidden"]), select'));
  if (!place || !control) { return; }
  event.preventDefault();
  /** @type {HTMLDetailsElement | null} */ (place.closest('details'))?.setAttribute('open', '');
  control.focus();
  const paragraph = Number(link.dataset.paragraph ?? 0);
  if (paragraph > 0 && control === body) {
    const lines = body.value.split('\n');
    // The desk counts what stands between empty lines; an entry of a list is a line of one paragraph.
    const begins = lines.map((line, i) => line.trim() !== '' && (i === 0 || lines[i - 1].trim() === ''));
    const first = lines.findIndex((_, i) => begins[i] && begins.slice(0, i + 1).filter(Boolean).length === paragraph);
    if (first >= 0) {
      const past = lines.findIndex((line, i) => i > first && line.trim() === '');
      const offset = lines.slice(0, first).join('\n').length + (first > 0 ? 1 : 0);
      const length = lines.slice(first, past < 0 ? lines.length : past).join('\n').length;
      body.setSelectionRange(offset, offset + length);
      body.scrollTop = (paragraphs(body)[lines.slice(0, first).filter(line => line.trim() !== '').length] ?? 0) - 40;
    }
  }
  control.scrollIntoView({ block: 'center' });
});

// Names -----------------------------------------------------------------------------------------------------------------------------------
form.querySelectorAll('input[data-find]').forEach(found => {
  const input = /** @type {HTMLInputElement} */ (found);
  const list = /** @type {HTMLDataListElement} */ (document.getElementById(input.getAttribute('list') ?? ''));
  const holder = /** @type {HTMLElement} */ (input.parentElement);
  const id = /** @type {HTMLInputElement} */ (holder.querySelector('input[type="hidden"][name$="id" i]'));
  const known = /** @type {HTMLInputElement} */ (holder.querySelector('input[type="hidden"][name$="known" i]'));
  let waiting = 0;
  /** @type {{id: number, name: string, also?: string}[]} */
  let names = [];
  input.addEventListener('input', () => {
    const same = names.find(n => n.name === input.value);
    if (same) { [id.value, known.value] = [`${same.id}`, same.name]; return; }
    clearTimeout(waiting);
    waiting = window.setTimeout(async () => {
      if (input.value.trim().length < 2) { return; }
      const answer = await fetch(`${input.dataset.find}?q=${encodeURIComponent(input.value)}`, { headers: { Accept: 'application/json' } }).catch(() => null);
      if (!answer?.ok) { return; }
      names = await answer.json();
      list.replaceChildren(...names.map(n => Object.assign(document.createElement('option'), { value: n.name, label: n.also ? `${n.name} · ${n.also}` : n.name })));
    }, 150);
  });
});

// Pictures --------------------------------------------------------------------------------------------------------------------------------
const picture = /** @type {HTMLSelectElement} */ (form.querySelector('#picture'));
const upload = /** @type {HTMLInputElement} */ (form.querySelector('[data-upload]'));
const uploadState = /** @type {HTMLElement} */ (form.querySelector('[data-upload-state]'));
/** @param {File} file @param {(answer: any) => void} then */
async function bring(file, then) {
  const data = new FormData();
  data.set('picture', file);
  data.set('__RequestVerificationToken', /** @type {HTMLInputElement} */ (form.elements.namedItem('__RequestVerificationToken')).value);
  uploadState.textContent = form.dataset.wordSaving ?? '';
  const answer = await fetch(upload.dataset.upload ?? '', { method: 'POST', body: data, headers: { Accept: 'application/json' } }).catch(() => null);
  const said = await answer?.json().catch(() => null);
  uploadState.textContent = said?.refusal ?? said?.note ?? (said ? '' : form.dataset.wordUnsaved ?? '');
  if (said?.id) { then(said); }
}
upload.addEventListener('change', () => {
  const file = upload.files?.[0];
  if (!file) { return; }
  bring(file, said => {
    picture.querySelector(`option[value="${said.id}"]`)?.remove();
    const option = Object.assign(document.createElement('option'), { value: `${said.id}`, textContent: `${file.name}${said.credit ? ` · ${said.credit}` : ''}` });
    option.dataset.alt = said.alt ?? '';
    picture.append(option);
    picture.value = option.value;
    picture.dispatchEvent(new Event('change', { bubbles: true }));
  });
  upload.value = '';
});
/** @type {HTMLElement} */ (form.querySelector('.picture-add')).hidden = false;
picture.addEventListener('change', () => {
  const alt = /** @type {HTMLTextAreaElement} */ (form.querySelector('#pictureAlt'));
  const known = picture.selectedOptions[0]?.dataset.alt;
  if (known && !alt.value.trim()) { alt.value = known; }
});
// A picture dropped or pasted into the text becomes a figure there.
/** @param {DataTransfer | null} from */
const fileOf = from => [...(from?.files ?? [])].find(f => f.type.startsWith('image/'));
['drop', 'paste'].forEach(name => body.addEventListener(name, event => {
  const file = fileOf(/** @type {any} */ (event).dataTransfer ?? /** @type {any} */ (event).clipboardData);
  if (!file) { return; }
  event.preventDefault();
  bring(file, said => type(`\n\n${said.markdown}\n\n`));
}));

body.addEventListener('input', tally);
tally();
