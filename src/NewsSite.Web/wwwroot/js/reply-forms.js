// @ts-check
// Opens the reply form under the comment answered, keeps what is being written until it is posted, and previews it. Without this the same links and the same
// form work, page by page.
/** @type {HTMLFormElement | null} */
const main = document.querySelector('form.reply-form');
const words = /** @type {HTMLElement | null} */ (document.querySelector('[data-words]'))?.dataset ?? {};

/** @param {HTMLFormElement} form */
const draftKey = form => `draft:${form.dataset.article}:${form.dataset.parent ?? ''}`;

/** @param {() => void} work Browsers may refuse to store anything; writing goes on without. */
const quietly = work => { try { work(); } catch { /* kept in the page only */ } };

/** @param {HTMLFormElement} form */
function keep(form) {
  const text = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem('text'));
  const began = Date.now();
  let left = 0;
  quietly(() => {
    const draft = localStorage.getItem(draftKey(form));
    if (draft && !text.value.trim()) {
      text.value = draft;
      say(form, words.draft ?? '');
    }
  });
  text.addEventListener('input', () => {
    // A second press of the button is the same post; with other words it is another one.
    form.querySelector('input[name="key"]')?.remove();
    clearTimeout(left);
    left = window.setTimeout(() => quietly(() => text.value.trim() ? localStorage.setItem(draftKey(form), text.value) : localStorage.removeItem(draftKey(form))), 300);
  });
  form.addEventListener('submit', event => {
    if (/** @type {HTMLButtonElement | null} */ (event.submitter)?.name === 'preview') {
      event.preventDefault();
      preview(form, text);
      return;
    }
    hidden(form, 'key', crypto.randomUUID?.().replaceAll('-', '') ?? '', false);
    hidden(form, 'seconds', String(Math.round((Date.now() - began) / 1000)), true);
    quietly(() => sessionStorage.setItem('posted', draftKey(form)));
  });
}

/** @param {HTMLFormElement} form @param {string} name @param {string} value @param {boolean} anew Whether one that is there gets the value. */
function hidden(form, name, value, anew) {
  let input = /** @type {HTMLInputElement | null} */ (form.querySelector(`input[name="${name}"]`));
  if (!input) {
    input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name, value });
    form.append(input);
  } else if (anew) {
    input.value = value;
  }
}

/** @param {HTMLFormElement} form @param {string} sentence */
function say(form, sentence) {
  const line = document.createElement('p');
  line.className = 'form-hint';
  line.setAttribute('role', 'status');
  form.querySelector('textarea')?.after(line);
  line.textContent = sentence;
}

/** @param {HTMLFormElement} form @param {HTMLTextAreaElement} text */
async function preview(form, text) {
  const answer = await fetch(`/comments/preview?language=${document.documentElement.lang}`, { method: 'POST', body: new URLSearchParams({ text: text.value }) }).catch(() => null);
  if (!answer?.ok) { return; }
  let box = form.querySelector('.form-preview');
  if (!box) {
    box = document.createElement('section');
    box.className = 'form-preview';
    box.setAttribute('aria-live', 'polite');
    form.querySelector('.form-actions')?.before(box);
  }
  // Sanitised by the server, as it will be printed.
  box.innerHTML = await answer.text();
}

/** @param {HTMLAnchorElement} link */
function open(link) {
  const comment = /** @type {HTMLElement} */ (link.closest('article.comment'));
  const id = comment.id.slice(2);
  const there = /** @type {HTMLFormElement | null} */ (document.getElementById(`reply-${id}`));
  if (there) {
    /** @type {HTMLElement} */ (there.elements.namedItem('text')).focus();
    return there;
  }
  const form = /** @type {HTMLFormElement} */ (main?.cloneNode(true));
  form.querySelectorAll('.form-preview, .form-refusal, [role="status"]').forEach(e => e.remove());
  const old = main?.dataset.parent ? `-${main.dataset.parent}` : '';
  for (const e of [form, ...form.querySelectorAll('[id], [for], [aria-describedby], [aria-labelledby]')]) {
    for (const name of ['id', 'for', 'aria-describedby', 'aria-labelledby']) {
      const value = e.getAttribute(name);
      if (value) { e.setAttribute(name, (old && value.endsWith(old) ? value.slice(0, -old.length) : value) + `-${id}`); }
    }
  }
  form.dataset.parent = id;
  const set = (/** @type {string} */ name, /** @type {string} */ value) => {
    hidden(form, name, value, true);
  };
  set('parent', id);
  set('seen', link.dataset.revision ?? '');
  const heading = (words.replyTo ?? '').replace('{0}', comment.querySelector('h3 bdi')?.textContent ?? '');
  const title = form.querySelector('[id^="reply-heading"]');
  if (title) {
    title.textContent = heading;
    // Its heading will do: two landmarks of one name, for two answers to one person, would be no marks.
    form.removeAttribute('aria-labelledby');
  } else { form.setAttribute('aria-label', heading); }
  const text = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem('text'));
  text.value = '';
  comment.after(form);
  keep(form);
  form.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !text.value.trim()) { form.remove(); link.focus(); }
  });
  text.focus();
  return form;
}

/** @param {Range} range @param {Element} body @returns {boolean} True also where a third click took the paragraph and the gap behind it: the range then ends in what follows. */
function endsIn(range, body) {
  if (body.contains(range.endContainer)) { return true; }
  const rest = range.cloneRange();
  rest.setStartAfter(body);
  return rest.toString().trim() === '';
}

/** Puts what is selected in a comment into the reply to it. */
function quoting() {
  document.addEventListener('selectionchange', () => {
    document.querySelector('.quote-button')?.remove();
    const selection = getSelection();
    const range = selection && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const body = range && range.startContainer.parentElement?.closest('.thread .comment-body');
    const link = /** @type {HTMLAnchorElement | null | undefined} */ (body && endsIn(range, body) ? body.closest('article')?.querySelector('a.reply') : null);
    if (!selection || !range || !link) { return; }
    const quoted = selection.toString().trim();
    const place = range.getBoundingClientRect();
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button quote-button';
    button.textContent = words.quote ?? '';
    document.body.append(button);
    button.style.insetBlockStart = `${scrollY + place.bottom + 6}px`;
    button.style.left = `${Math.max(8, scrollX + place.left)}px`;
    button.addEventListener('pointerdown', event => event.preventDefault());
    button.addEventListener('click', () => {
      button.remove();
      const text = /** @type {HTMLTextAreaElement} */ (open(link).elements.namedItem('text'));
      text.setRangeText(`${quoted.split('\n').map(l => `> ${l}`).join('\n')}\n\n`, text.selectionStart, text.selectionEnd, 'end');
      text.dispatchEvent(new Event('input'));
      text.focus();
    });
  });
}

if (main) {
  document.querySelectorAll('form.reply-form[data-article]').forEach(form => keep(/** @type {HTMLFormElement} */ (form)));
  document.addEventListener('click', event => {
    const link = /** @type {HTMLElement} */ (event.target).closest?.('a.reply');
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      open(/** @type {HTMLAnchorElement} */ (link));
    }
  });
  quoting();
}
