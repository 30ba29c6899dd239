/** Text that files stumble over: formulas, emoji, right to left, very long, paths, markup, and what chance comes up with. */
import fc from 'fast-check'

const known = [
  '=1+1',
  '=HYPERLINK("http://127.0.0.1","x")',
  '+49 on the phone',
  '-2 degrees',
  '@SUM(A1:A9)',
  '\tbegins with a tab',
  "'already quoted",
  '"said", he said; "really"',
  'two\nlines, and a comma',
  'carriage\r\nreturn',
  '👩‍👩‍👧‍👦 🇩🇪 é́́',
  'שלום עולם, 42%',
  'مرحبا بالعالم',
  '需要翻译的文本、日本語、한국어',
  'a/b\\c:d*e?f"g<h>i|j',
  '../../etc/passwd',
  '<script>alert(1)</script> & &amp; ]]>',
  '**bold** _it_ `code` [a](b) | cell | ![x](y) # head\n- item',
  'a;b;c\u00a0d\u200be\u2028f',
  '{"json": ["\\u0000"]}',
  'BEGIN:VEVENT\nSUMMARY:x',
  'toString',
  '__proto__',
  'NaN',
  '1e9',
  '007',
  'true',
  'x'.repeat(200),
  '\u0000\u0007bell\u001b[31m',
  '\ud83d alone',
  '\ufffe\uffff no characters',
]

/** Without empty ones and without what is only blank: a title shows something. */
export const awkwardTexts = (count: number): readonly string[] => [
  ...known,
  ...fc
    .sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), { numRuns: count, seed: 7 })
    .filter((text) => /[\p{L}\p{N}]/u.test(text)),
]
