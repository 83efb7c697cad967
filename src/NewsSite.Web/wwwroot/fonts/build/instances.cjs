// Step 1: cut the variable axes of the upstream fonts, keep every glyph.
// HarfBuzz (through subset-font) does this: fontTools 4.38 (Debian 12) gave wrong outlines when it
// moved the default of an axis, and Source Sans needs its default moved.
// usage: node instances.cjs   (in the folder that holds node_modules)
const { createRequire } = require('module');
const path = require('path');
const fs = require('fs');
const subsetFont = createRequire(path.resolve('package.json'))('subset-font');

const jobs = [
  ['source-serif/VAR/SourceSerif4Variable-Roman.ttf', 'serif.ttf', { wght: { min: 400, max: 700 }, opsz: 18 }],
  ['source-serif/VAR/SourceSerif4Variable-Italic.ttf', 'serif-italic.ttf', { wght: 400, opsz: 18 }],
  ['source-sans/VF/SourceSans3VF-Upright.ttf', 'sans.ttf', { wght: { min: 400, max: 700 } }],
];

(async () => {
  fs.mkdirSync('instances', { recursive: true });
  for (const [source, target, variationAxes] of jobs) {
    const out = await subsetFont(fs.readFileSync(path.join('node_modules', source)), undefined, {
      keepAllGlyphs: true, glyphNames: true, noHinting: true, targetFormat: 'sfnt',
      preserveNameIds: [0, 14], variationAxes,
    });
    fs.writeFileSync(path.join('instances', target), out);
  }
})();
