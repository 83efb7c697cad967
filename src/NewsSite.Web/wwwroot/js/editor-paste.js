// @ts-check
// What is pasted from Word, Google Docs or a web page becomes clean Markdown.
import TurndownService from '/vendor/turndown/turndown.mjs';

const body = /** @type {HTMLTextAreaElement} */ (document.querySelector('form.editor #body'));

const service = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', emDelimiter: '*', hr: '---' });

/**
 * Brings what editors on paper and in clouds write into the elements it stands for.
 * @param {Document} page
 */
function clean(page) {
  page.querySelectorAll('style, script, meta, title, img, svg, video, iframe, noscript, button, form').forEach(e => e.remove());
  // Word keeps comments, hidden marks and list signs in the text.
  page.querySelectorAll('o\\:p, [style*="mso-element:comment"], [style*="display:none"], [style*="display: none"], .MsoCommentReference').forEach(e => e.remove());
  const lists = [...page.querySelectorAll('p[style*="mso-list"], p[class*="MsoListParagraph"]')];
  for (const item of lists) {
    const sign = item.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]');
    const isNumbered = /^\s*[0-9a-z]{1,3}[.)]/i.test(sign?.textContent ?? item.textContent ?? '');
    sign?.remove();
    const tag = isNumbered ? 'ol' : 'ul';
    const previous = item.previousElementSibling;
    const list = previous?.localName === tag && previous.hasAttribute('data-pasted') ? previous : page.createElement(tag);
    list.setAttribute('data-pasted', '');
    const entry = page.createElement('li');
    entry.innerHTML = item.innerHTML.replace(/^(\s|&nbsp;|·|•|o)+(?=\S)/, '');
    item.replaceWith(list);
    list.append(entry);
  }
  // Google Docs wraps everything in a <b> that is not bold, and says bold and italic by style.
  page.querySelectorAll('b[style], b[id^="docs-internal-guid"]').forEach(e => {
    // Word's mso-bidi-font-weight is about right-to-left text alone.
    if (e.id.startsWith('docs-internal-guid') || /(^|[\s;])font-weight:\s*normal/i.test(e.getAttribute('style') ?? '')) { e.replaceWith(...e.childNodes); }
  });
  page.querySelectorAll('span[style], font[style]').forEach(e => {
    const style = e.getAttribute('style') ?? '';
    const inHeading = e.closest('h1, h2, h3, h4, h5, h6');
    let inner = /** @type {Element} */ (e);
    /** @param {string} tag */
    const wrap = tag => {
      const made = page.createElement(tag);
      made.append(...inner.childNodes);
      inner.append(made);
      inner = made;
    };
    if (/font-weight:\s*(bold|[6-9]00)/i.test(style) && !inHeading) { wrap('strong'); }
    if (/font-style:\s*italic/i.test(style)) { wrap('em'); }
  });
  // The headline has a field of its own; headings in the text begin a level below.
  page.querySelectorAll('h1').forEach(h => { const two = page.createElement('h2'); two.append(...h.childNodes); h.replaceWith(two); });
  page.querySelectorAll('td p, th p, li > p:only-child').forEach(p => p.replaceWith(...p.childNodes));
  page.querySelectorAll('a').forEach(a => {
    const to = a.getAttribute('href') ?? '';
    const google = /^https?:\/\/www\.google\.com\/url\?(.+)$/.exec(to);
    const address = google ? new URLSearchParams(google[1]).get('q') ?? to : to;
    if (/^(https?:|mailto:)/i.test(address)) { a.setAttribute('href', address); } else { a.replaceWith(...a.childNodes); }
  });
}

/** @param {string} html */
export function toMarkdown(html) {
  const page = new DOMParser().parseFromString(html.replace(/<!--[\s\S]*?-->/g, ''), 'text/html');
  clean(page);
  return service.turndown(page.body)
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/^( *)(-|\d+\.) {2,}/gm, '$1$2 ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

body?.addEventListener('paste', event => {
  const html = event.clipboardData?.getData('text/html');
  if (!html || !/<(p|h[1-6]|li|b|strong|i|em|a|blockquote|table|br|span)\b/i.test(html)) { return; }
  event.preventDefault();
  const text = toMarkdown(html);
  if (!document.execCommand('insertText', false, text)) {
    body.setRangeText(text, body.selectionStart, body.selectionEnd, 'end');
    body.dispatchEvent(new Event('input', { bubbles: true }));
  }
});
