/** Whether colours can be read on each other (WCAG 2, relative luminance). Colours are six hexadecimal digits. */

const channels = (colour: string): number[] =>
  [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = channels(colour)
    .map((one) => one / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const DARK = '17191D'
const WHITE = 'FFFFFF'

/** Dark or white, whichever reads better on it: at least 4.1 to 1 on any colour, 4.5 on nearly all. */
export const textOn = (colour: string): string =>
  contrast(DARK, colour) > contrast(WHITE, colour) ? DARK : WHITE

/** What a mark needs against the ground it stands on. */
export const MARK_CONTRAST = 3

/** True when an eye may take one for the other. */
export function isNear(one: string, other: string): boolean {
  const [a, b] = [channels(one), channels(other)]
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0))) < 110
}
