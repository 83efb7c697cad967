// Links lead out of the editor's frame; those to a note of the same text do not.
for (const link of document.querySelectorAll('a[href^="#"]')) {
  link.target = '_self';
}
