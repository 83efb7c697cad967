// @ts-check
// Saves the editor while somebody types, takes in what others write meanwhile, and keeps a copy in the browser until the desk has it. Without this the form is saved by
// its button and loses nothing either.
import { diff3Merge } from '/vendor/node-diff3/diff3.mjs';
import { locale } from './page-locale.js';

const form = /** @type {HTMLFormElement} */ (document.querySelector('form.editor'));
const words = form.dataset;
const state = /** @type {HTMLElement} */ (form.querySelector('[data-state]'));
const people = /** @type {HTMLElement} */ (form.querySelector('[data-people]'));
const frame = /** @type {HTMLIFrameElement} */ (form.querySelector('[data-frame]'));
const session = (crypto.randomUUID?.() ?? `${Date.now()}${Math.random()}`).replace(/[^0-9a-z]/g, '').slice(0, 32);
const key = `desk:${words.article}`;
/** What the script joins by itself. */
const joined = ['headline', 'standfirst', 'body', 'slug'];

/** So long after the last key, and at the latest so long after the first one. */
const pause = 400;
const longest = 800;

let first = 0;
let timer = 0;
let isSaving = false;
let isLeaving = false;
let failures = 0;
let saved = snapshot();
/** @type {{number: number, latest: number, theirs: Record<string, string>} | null} */
let clash = null;

/** @param {string} name */
const field = name => /** @type {HTMLInputElement | HTMLTextAreaElement} */ (form.elements.namedItem(name));

/** Everything typed, as one text to compare. */
function snapshot() {
  const data = new FormData(form);
  ['base', 'settles', 'session', '__RequestVerificationToken'].forEach(name => data.delete(name));
  return new URLSearchParams(/** @type {any} */ (data)).toString();
}

/** @param {() => void} work Browsers may refuse to store anything. */
const quietly = work => { try { work(); } catch { /* the desk still gets it */ } };

function store() {
  quietly(() => localStorage.setItem(key, JSON.stringify({ at: Date.now(), base: field('base').value, ...Object.fromEntries([...joined, 'original'].map(name => [name, field(name).value])) })));
}

/** @param {string} text */
const say = text => { state.textContent = text; };

function typed() {
  if (form.dataset.readonly) { return; }
  first ||= Date.now();
  clearTimeout(timer);
  timer = window.setTimeout(save, Math.max(0, Math.min(pause, first + longest - Date.now())));
}

async function save() {
  clearTimeout(timer);
  if (isSaving || isLeaving || form.dataset.readonly) { return; }
  [isSaving, first] = [true, 0];
  const sent = snapshot();
  const before = Object.fromEntries(joined.map(name => [name, field(name).value]));
  const data = new FormData(form);
  data.set('session', session);
  if (sent !== saved) { store(); say(words.wordSaving ?? ''); }
  try {
    const answer = await fetch(words.autosave ?? '', { method: 'POST', body: data });
    if (answer.redirected || !(answer.ok || answer.status === 422)) { throw new Error(`${answer.status}`); }
    await take(await answer.json(), sent, before);
    failures = 0;
  } catch {
    failures++;
    say(words.wordUnsaved ?? '');
    timer = window.setTimeout(save, Math.min(30_000, 1_000 * 2 ** failures));
  } finally {
    isSaving = false;
  }
  if (failures === 0 && snapshot() !== saved && !clash) { typed(); }
}

/**
 * @param {any} answer
 * @param {string} sent
 * @param {Record<string, string>} before
 */
async function take(answer, sent, before) {
  if (answer.state === 'refused') {
    say(answer.sentence);
    form.dataset.readonly = 'true';
    return;
  }
  if (answer.state === 'aside') {
    saved = sent;
    await showClash(answer);
    return;
  }
  field('base').value = answer.number;
  form.querySelector('input[name="settles"]')?.remove();
  hideClash();
  saved = sent;
  if (answer.joined) {
    joined.forEach(name => join(/** @type {HTMLTextAreaElement} */ (field(name)), before[name], answer.joined[name]));
    // What is on the page now and was typed by nobody here is known to the desk.
    if (joined.every(name => field(name).value === answer.joined[name])) { saved = snapshot(); }
  }
  if (snapshot() === saved) { quietly(() => localStorage.removeItem(key)); }
  say(answer.joined ? words.wordJoined ?? '' : `${words.wordSaved} ${new Date().toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })}`);
  document.dispatchEvent(new CustomEvent('desk:saved', { detail: answer.number }));
}

/**
 * Brings what others wrote into a field somebody may be typing in, and leaves the caret where it was in the text.
 * @param {HTMLTextAreaElement} at
 * @param {string} sent
 * @param {string} theirs
 */
function join(at, sent, theirs) {
  if (theirs === sent || at.value === theirs) { return; }
  let text = theirs;
  if (at.value !== sent) {
    const merged = diff3Merge(at.value.split('\n'), sent.split('\n'), theirs.split('\n'), { excludeFalseConflicts: true });
    // Being typed in right now: the next save settles it at the desk.
    if (merged.some(part => part.conflict)) { return; }
    text = merged.flatMap(part => part.ok ?? []).join('\n');
  }
  const [old, start, end, direction, scroll] = [at.value, at.selectionStart ?? 0, at.selectionEnd ?? 0, at.selectionDirection ?? 'none', at.scrollTop];
  at.value = text;
  if (document.activeElement === at) {
    at.setSelectionRange(moved(old, text, start), moved(old, text, end), direction);
  }
  at.scrollTop = scroll;
  at.dispatchEvent(new Event('desk:joined'));
}

/**
 * Where a place in the old text is in the new one: by what stands before it, else by what stands behind, else by its paragraph.
 * @param {string} old
 * @param {string} text
 * @param {number} place
 */
function moved(old, text, place) {
  if (text.startsWith(old.slice(0, place))) { return place; }
  if (text.endsWith(old.slice(place))) { return text.length - (old.length - place); }
  const start = old.lastIndexOf('\n', place - 1) + 1;
  const stop = (old.indexOf('\n', place) + 1 || old.length + 1) - 1;
  const paragraph = text.indexOf(old.slice(start, stop));
  return paragraph < 0 ? Math.min(place, text.length) : paragraph + place - start;
}

/** @param {any} answer */
async function showClash(answer) {
  clash = answer;
  say(words.wordClash ?? '');
  let box = /** @type {HTMLElement | null} */ (document.querySelector('.clash-live'));
  if (!box) {
    const template = /** @type {HTMLTemplateElement} */ (document.querySelector('#clash-live'));
    form.before(template.content.cloneNode(true));
    box = /** @type {HTMLElement} */ (document.querySelector('.clash-live'));
    box.querySelector('[data-do="mine"]')?.addEventListener('click', () => settle(false));
    box.querySelector('[data-do="theirs"]')?.addEventListener('click', () => settle(true));
  }
  const html = await difference(field('body').value);
  if (html !== null) { /** @type {HTMLElement} */ (box.querySelector('.diff')).innerHTML = html; }
}

function hideClash() {
  clash = null;
  document.querySelector('.clash-live')?.remove();
}

/** @param {boolean} theirs */
function settle(theirs) {
  if (!clash) { return; }
  const { number, latest, theirs: other } = clash;
  if (theirs) { joined.forEach(name => { field(name).value = other[name]; }); }
  field('base').value = `${latest}`;
  const settles = form.querySelector('input[name="settles"]') ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name: 'settles' }));
  /** @type {HTMLInputElement} */ (settles).value = `${number}`;
  hideClash();
  saved = '';
  save();
}

/** @param {string} text The difference to the desk's text, as markup of our own. */
async function difference(text) {
  const data = new FormData();
  data.set('text', text);
  data.set('__RequestVerificationToken', field('__RequestVerificationToken').value);
  const answer = await fetch(words.compare ?? '', { method: 'POST', body: data }).catch(() => null);
  return answer?.ok ? answer.text() : null;
}

async function tellPresence() {
  if (document.hidden || isLeaving) { return; }
  const data = new FormData();
  data.set('session', session);
  data.set('__RequestVerificationToken', field('__RequestVerificationToken').value);
  const answer = await fetch(words.presence ?? '', { method: 'POST', body: data }).catch(() => null);
  if (!answer?.ok || answer.redirected) { return; }
  const { others, latest } = await answer.json();
  people.textContent = others.length > 0 ? (words.wordHere ?? '{0}').replace('{0}', others.join(', ')) : '';
  if (latest > Number(field('base').value) && !clash) { save(); }
}

function offerBackstop() {
  let kept = /** @type {any} */ (null);
  quietly(() => { kept = JSON.parse(localStorage.getItem(key) ?? 'null'); });
  const box = /** @type {HTMLElement} */ (document.querySelector('.backstop'));
  if (!kept || [...joined, 'original'].every(name => kept[name] === field(name).value)) {
    quietly(() => localStorage.removeItem(key));
    return;
  }
  box.hidden = false;
  difference(kept.body).then(html => { if (html !== null) { /** @type {HTMLElement} */ (box.querySelector('.diff')).innerHTML = html; } });
  box.querySelector('[data-do="take"]')?.addEventListener('click', () => {
    [...joined, 'original'].forEach(name => { field(name).value = kept[name] ?? ''; });
    box.hidden = true;
    field('body').focus();
    typed();
  });
  box.querySelector('[data-do="drop"]')?.addEventListener('click', () => {
    quietly(() => localStorage.removeItem(key));
    box.hidden = true;
    field('body').focus();
  });
}

form.addEventListener('input', typed);
form.addEventListener('change', typed);
form.addEventListener('submit', () => {
  isLeaving = true;
  store();
  const own = form.querySelector('input[name="session"]') ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name: 'session' }));
  /** @type {HTMLInputElement} */ (own).value = session;
});
addEventListener('pagehide', () => {
  if (isLeaving || form.dataset.readonly || snapshot() === saved) { return; }
  store();
  const data = new FormData(form);
  data.set('session', session);
  navigator.sendBeacon(words.autosave ?? '', data);
});
// Come back by the browser's own history, the page may be older than the desk's text: a save takes in what is new.
addEventListener('pageshow', event => { if (event.persisted) { isLeaving = false; save(); } });
document.addEventListener('visibilitychange', tellPresence);
document.addEventListener('desk:saved', () => {
  if (frame.closest('[hidden]')) { return; }
  const at = frame.contentWindow?.scrollY ?? 0;
  frame.addEventListener('load', () => frame.contentWindow?.scrollTo(0, at), { once: true });
  frame.src = words.preview ?? '';
});
offerBackstop();
tellPresence();
setInterval(tellPresence, 4_000);
