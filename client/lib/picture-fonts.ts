/** The fonts a part of the page is written in, as rules that need no further file: a picture cannot load any. */

export async function fontRulesOf(element: HTMLElement): Promise<string> {
  const families = familiesIn(element)
  const text = element.textContent ?? ''
  const rules = [...document.styleSheets].flatMap((sheet) =>
    fontFaces(sheet)
      .filter(({ style }) => families.has(unquoted(style.getPropertyValue('font-family'))))
      .filter(({ style }) => covers(style.getPropertyValue('unicode-range'), text))
      .map((rule) => embedded(rule.cssText, sheet.href ?? document.baseURI)),
  )
  return (await Promise.all(rules)).join('\n')
}

function familiesIn(element: HTMLElement): ReadonlySet<string> {
  const all = [element, ...element.querySelectorAll('*')]
  return new Set(all.flatMap((one) => getComputedStyle(one).fontFamily.split(',').map(unquoted)))
}

const unquoted = (family: string): string => family.trim().replaceAll(/^["']|["']$/g, '')

function fontFaces(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule)
}

/** True when the range, as `U+0-FF, U+131`, has one of the characters; no range has all. */
function covers(range: string, text: string): boolean {
  if (!range) return true
  const ranges = range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().slice(2).split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
  })
  return [...text].some((character) => {
    const code = character.codePointAt(0) ?? 0
    return ranges.some(([from, to]) => code >= from && code <= to)
  })
}

async function embedded(rule: string, base: string): Promise<string> {
  const [whole, address] = /url\("?([^")]+)"?\)/.exec(rule) ?? []
  if (!whole || !address) return rule
  const font = await (await fetch(new URL(address, base))).blob()
  return rule.replace(whole, `url("${await dataUrl(font)}")`)
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('The font could not be read.'))
    reader.readAsDataURL(blob)
  })
}
