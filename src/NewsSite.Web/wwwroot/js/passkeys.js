// @ts-check
// Passkeys need a script: it asks the device, and the form carries the answer. Without one the forms stay hidden and the password remains.

/** @param {HTMLFormElement} form */
const answer = async (form) => {
  const response = await fetch(form.dataset.options ?? '', { method: 'POST', body: new FormData(form) });
  if (!response.ok) { throw new Refusal(await response.text()); }
  const options = await response.json();
  return form.dataset.passkey === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
};

class Refusal extends Error {}

/** @param {HTMLFormElement} form */
const prepare = (form) => {
  const problem = /** @type {HTMLElement} */ (form.querySelector('[data-problem]'));
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('credential'));
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('[type="submit"]'));
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    problem.hidden = true;
    button.disabled = true;
    try {
      field.value = JSON.stringify(await answer(form));
      form.submit();
    } catch (error) {
      // Turned down at the device, or not known there: the browser does not say which, and neither do we.
      problem.textContent = error instanceof Refusal && error.message.length < 300 ? error.message : problem.dataset.problem ?? '';
      problem.hidden = false;
      button.disabled = false;
    }
  });
};

if (typeof PublicKeyCredential === 'function' && 'parseCreationOptionsFromJSON' in PublicKeyCredential) {
  document.querySelectorAll('form[data-passkey]').forEach((form) => prepare(/** @type {HTMLFormElement} */ (form)));
}
