/**
 * Text that files stumble over: 515 of them, by what it is that they break. None is empty, and each shows something:
 * a title does.
 */
const around = (signs: Iterable<string>, form: (sign: string) => string): string[] => Array.from(signs, form)
const codes = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))

const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'

const formulas = around(
  ['=', '+', '-', '@', '\t=', '\r=', '\n=', "'=", '＝', '＋', '－', '＠', ' ='],
  (sign) => sign,
).flatMap((sign) => [
  `${sign}1+1`,
  `${sign}SUM(A1:A9)*2`,
  `${sign}HYPERLINK("http://127.0.0.1";"look")`,
  `${sign}cmd|' /C calc'!A0`,
])

const numberLike =
  '007;1e9;-0;+1;1,000.50;1.000,50;0x1F;NaN;Infinity;1/2;12:30;2026-02-30;31.12.2026;９９;½;٣٤٥;10%;1_000;0.1e-7;99999999999999999999'.split(
    ';',
  )

const nothingLike =
  'null;NULL;Null;undefined;None;nil;void;true;TRUE;false;FALSE;yes;no;on;off;N/A;#N/A;#REF!;#DIV/0!;#NAME?;#VALUE!;toString;constructor;__proto__;hasOwnProperty;valueOf;prototype;length;then;[object Object]'.split(
    ';',
  )

const controls = [
  ...around(
    [...codes(0, 31), '\u007f', '\u0080', '\u0085', '\u0090', '\u009f'],
    (sign) => `bell${sign}rings`,
  ),
  '\u0000\u0007\u001b[31mred',
  'ends with a zero\u0000',
]

const halves = [
  '\ud83d alone',
  'alone \ude00',
  '\ude00\ud83d turned round',
  'a\ud800b',
  '\udfff',
  'x\ud83d\ud83d\ude00',
].map((text) => `${text} half`)
const noCharacters = ['\ufffe', '\uffff', '\ufdd0', '\ufdef', '\u{1fffe}', '\u{10ffff}', '\ufffd'].map(
  (sign) => `no${sign}character`,
)

const directions = [
  ...around(
    '\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
    (sign) => `turn${sign}ed 1 2 (3)`,
  ),
  'שלום עולם, 42%',
  'שָׁלוֹם (a b) [c]',
  'مرحبا بالعالم',
  'السعر 12,50 € فقط!',
  'سلام دنیا ۱۲۳',
  'یہ اردو ہے',
  'ייִדיש',
  'ܫܠܡܐ',
  'ދިވެހި',
  'abc שלום def',
  'שלום abc שלום',
  '(שלום)',
  '- שלום\n- עולם',
  'C:\\שלום\\مرحبا.txt',
]

const emoji = '😀 👩‍👩‍👧‍👦 👨🏿‍🦰 🇩🇪 🇩🇪🇫🇷 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️ ❤ ☎️ 1️⃣ #️⃣ 👍🏽 🧑‍🚀 🏳️‍🌈 🏳️‍⚧️ 🤷🏻‍♀️ 🫱🏼‍🫲🏿 🥷 🪿 ©️ ™ ⌚︎ 🀄 👁️‍🗨️'
  .split(' ')
  .map((sign) => `we ${sign} it`)

const marks = [
  'é é',
  'Å Å Å',
  'ﬁ ligature ﬀ',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
  `a${'\u0301'.repeat(60)}`,
  'ก็็็็็็็็็็็็็็็็็็็็',
  '\u0301 begins with a mark',
  '한 한',
  'ཧཱུྃ',
  'नमस्ते क्ष',
  'İıIi ẞß ſ',
  'ǅ ǆ Ǆ',
]

const blanks = around(
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u0085\t\n\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u3164\u2800',
  (sign) => `one${sign}two`,
)

const edges = [
  ' begins with a blank',
  'ends with a blank ',
  '  two  blanks  inside  ',
  '\n\nlines before',
  'lines after\n\n',
  'carriage\r\nreturn',
  'old\rreturn',
  'a\n\n\nb',
]

const scripts =
  'Ελληνικά;Кириллица;Հայերեն;ქართული;አማርኛ;বাংলা;ગુજરાતી;ਪੰਜਾਬੀ;தமிழ்;తెలుగు;ಕನ್ನಡ;മലയാളം;සිංහල;ไทย;ລາວ;မြန်မာ;ខ្មែរ;བོད་ཡིག;ᠮᠣᠩᠭᠣᠯ;ᏣᎳᎩ;ᐃᓄᒃᑎᑐᑦ;한국어;日本語のテキスト;繁體中文;简体中文;Tiếng Việt;Íslenska;Türkçe;ⴰⵎⴰⵣⵉⵖ;𝕄𝕒𝕥𝕙;𝓢𝓬𝓻𝓲𝓹𝓽;ｆｕｌｌ　ｗｉｄｔｈ;𐍈𐌰𐌽;𒀀𒁀;𠜎𠜱;ʇxǝʇ;ﷺ;㍿;①②③;ᚠᚢᚦ'.split(
    ';',
  )

const quotes = [
  '"said", he said; "really"',
  "'already quoted",
  "''twice",
  '"',
  '""x""',
  '“curly”',
  '«guillemets»',
  '„unten“',
  '`tick`',
  'O’Brien',
  "O'Brien; DROP TABLE",
  '\\"escaped\\"',
]

const markup = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<b>bold</b> & <i>not</i>',
  '<!-- comment -->',
  '<![CDATA[data]]>',
  ']]>',
  '<?xml version="1.0"?>',
  '<!DOCTYPE x [<!ENTITY y "z">]>&y;',
  '&amp; &lt; &#65; &#x41; &nbsp; &unknown;',
  '&amp;amp;',
  '& alone',
  'a < b > c',
  '<a href="javascript:alert(1)">x</a>',
  'javascript:alert(1)',
  'data:text/html,<b>x</b>',
  '<svg/onload=alert(1)>',
  '<style>*{display:none}</style>',
  '<a:t>text</a:t>',
  '</a:t></a:r>',
  '<w:br/>',
  '<c r="A1"><v>1</v></c>',
  '_x000D_ _x0041_ _X0041_ x0041_',
  '_x005F_x0041_',
  'http://127.0.0.1/?a=1&b=<2>',
  'mailto:nobody',
  'x="1" y=\'2\'',
]

const markdown = [
  '**bold** _it_ `code` ~~gone~~',
  '# head',
  '####### seven',
  '- item',
  '* item',
  '+ item',
  '1. one',
  '1) one',
  '2026. a year',
  '- [ ] task',
  '- [x] done',
  '> quoted',
  '>> twice',
  '---',
  '***',
  '___',
  '===',
  'head\n===',
  'head\n---',
  '```\nfence\n```',
  '~~~\nfence\n~~~',
  '    indented code',
  '| a | b |',
  '| a |\n|---|\n| b |',
  'cell | cell \\| cell',
  '[a](http://127.0.0.1 "b")',
  '![x](y)',
  '[a]: http://127.0.0.1',
  '[^1] note',
  '<http://127.0.0.1>',
  'www.example.invalid and a@example.invalid',
  '\\*not\\*',
  'back\\\\slash\\',
  'two blanks  \nand a line',
  '*a **b _c_ d** e*',
  '$x^2$ and $$y$$',
  ':smile: :tada:',
  '@everyone #42 GH-7',
  '[[wiki]] {#id .class}',
  '<details><summary>x</summary>y</details>',
]

const csv = [
  'a,b',
  'a;b',
  'a\tb',
  'a|b',
  ',',
  ';;;',
  '"a,b"',
  'a"b',
  '"open',
  'close"',
  'a\nb',
  'a\r\nb',
  '"a\r\nb"',
  'sep=;',
  'ID,name',
  '\ufeffmark first',
  'a,"b\nc",d',
  "'",
  "''",
  "a'b",
]

const calendar = [
  'BEGIN:VEVENT\nSUMMARY:x',
  'END:VCALENDAR',
  'x\r\nEND:VEVENT\r\nBEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20270101',
  'a\\nb\\,c\\;d',
  'a,b;c:d',
  'SUMMARY;LANGUAGE=de:x',
  'X-WR-CALNAME:y',
  '\\',
  '\\\\',
  'a\\',
  ' folded\r\n line',
  'ü'.repeat(80),
  '日'.repeat(60),
  '😀'.repeat(30),
  'RRULE:FREQ=SECONDLY',
  'ATTACH:file:///etc/passwd',
  '"quoted":value',
  "a^nb^'c^^d",
  'semi;colon:"colon"',
]

const json = [
  '{"json": ["\\u0000"]}',
  '{"__proto__":{"x":1}}',
  '[1,2',
  '\\u0041',
  '\\ud83d',
  '"\\',
  '/*c*/',
  '//c',
  '\u2028',
  '{"a":1}\n{"b":2}',
  "{'a':1}",
  '\\x41',
  'a\\/b',
].map((text) => `${text} json`)

const templates =
  '{{x}};$\u007bx};#{x};<%= x %>;{%x%};{0};{x};%s;%n%d%s;%2e%2e;$(id);`id`;$HOME;%PATH%;@{x};{{constructor}};{{t.x}};$t(x);__x__;~x~'.split(
    ';',
  )

const paths = [
  'a/b\\c:d*e?f"g<h>i|j',
  '../../etc/passwd',
  '..\\..\\boot.ini',
  '/etc/passwd',
  'C:\\Windows',
  '\\\\server\\share',
  'file:///etc/passwd',
  'CON',
  'PRN',
  'AUX',
  'nul',
  'COM1',
  'LPT9',
  'con.txt',
  'clock$',
  '.hidden',
  '...',
  'ends with a dot.',
  'ends with dots..',
  '~',
  '-rf',
  '--help',
  'a%2Fb',
  'a%00b',
  'a\u2215b\u29f5c',
  'name.tar.gz',
  '.zip',
]

const long = [
  'x'.repeat(200),
  'W'.repeat(120),
  'word '.repeat(39),
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
  '需'.repeat(150),
  'שׁ'.repeat(90),
  'a-'.repeat(99),
  'http://127.0.0.1/'.padEnd(199, 'x'),
  '한국어 '.repeat(40),
]

const signs = [...punctuation].map((sign) => `${sign}before and behind${sign}`)

export const awkward: readonly string[] = [
  ...new Set([
    ...formulas,
    ...numberLike,
    ...nothingLike,
    ...controls,
    ...halves,
    ...noCharacters,
    ...directions,
    ...emoji,
    ...marks,
    ...blanks,
    ...edges,
    ...scripts,
    ...quotes,
    ...markup,
    ...markdown,
    ...csv,
    ...calendar,
    ...json,
    ...templates,
    ...paths,
    ...long,
    ...signs,
  ]),
]

/** As many of them, taken evenly from all kinds. */
export const awkwardTexts = (count: number): readonly string[] =>
  awkward.filter(
    (_, index) =>
      Math.floor((index * count) / awkward.length) !== Math.floor(((index - 1) * count) / awkward.length),
  )
