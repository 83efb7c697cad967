// @ts-check
// Pictures are dropped or pasted as well as chosen, and each is sent by itself, so that one refusal keeps nothing else out.
import { locale } from './page-locale.js';

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('.picture-upload'));

if (form) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector('input[type="file"]'));
  const list = /** @type {HTMLUListElement} */ (form.querySelector('.picture-progress'));
  const say = /** @type {Record<string, string>} */ ({ ...form.dataset });

  /** @param {File} file @returns {Promise<{ href?: string, isNew?: boolean, note?: string | null, refusal?: string }>} */
  const send = async (file) => {
    if (file.size > Number(say.max)) {
      return { refusal: say.tooLarge.replace('{0}', file.size.toLocaleString(locale)) };
    }
    const body = new FormData();
    body.append('picture', file, file.name);
    body.append('__RequestVerificationToken', /** @type {HTMLInputElement} */ (form.querySelector('[name="__RequestVerificationToken"]')).value);
    try {
      const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
      return response.headers.get('content-type')?.startsWith('application/json') ? await response.json() : { refusal: say.failed };
    } catch {
      return { refusal: say.failed };
    }
  };

  /** @param {File} file */
  const line = (file) => {
    const item = document.createElement('li');
    const name = document.createElement('bdi');
    name.textContent = file.name;
    const outcome = document.createElement('span');
    outcome.textContent = ` ${say.sending}`;
    item.append(name, outcome);
    list.append(item);
    return { item, name, outcome };
  };

  /** @param {Iterable<File>} files */
  const take = async (files) => {
    const waiting = [...files].map((file) => ({ file, ...line(file) }));
    if (waiting.length === 0) { return; }
    list.hidden = false;
    let last = '';
    let taken = 0;
    for (const { file, item, name, outcome } of waiting) {
      const answer = await send(file);
      if (answer.href) {
        taken++;
        last = answer.href;
        const link = document.createElement('a');
        link.href = answer.href;
        name.replaceWith(link);
        link.append(name);
        outcome.textContent = ` ${answer.isNew ? say.taken : say.known}${answer.note ? `. ${answer.note}` : ''}`;
      } else {
        item.className = 'picture-refused';
        outcome.textContent = `: ${answer.refusal}`;
      }
    }
    input.value = '';
    // A single picture is what somebody wants to go on with.
    if (waiting.length === 1 && taken === 1) { location.assign(last); }
  };

  /** @param {DataTransfer | null} data */
  const filesOf = (data) => [...(data?.files ?? [])];

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    take([...(input.files ?? [])]);
  });
  for (const name of ['dragenter', 'dragover']) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add('picture-over');
    });
  }
  for (const name of ['dragleave', 'drop']) { form.addEventListener(name, () => form.classList.remove('picture-over')); }
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    take(filesOf(event.dataTransfer));
  });
  document.addEventListener('paste', (event) => {
    const files = filesOf(event.clipboardData);
    if (files.length > 0) {
      event.preventDefault();
      take(files);
    }
  });
  /** @type {HTMLElement} */ (form.querySelector('.picture-drop-hint')).hidden = false;
}
