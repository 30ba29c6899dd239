/** Colours of slides, light and dark. Ink is for what customers said and nothing else; the firm's colours never replace it. */
import type { ExportSettings } from '#shared/protocol/export-calls.ts'

export interface Look {
  readonly paper: string
  readonly text: string
  readonly quiet: string
  readonly hair: string
  /** Guess. */
  readonly pencil: string
  /** Truth. */
  readonly ink: string
  readonly inkWash: string
  readonly highlight: string
  readonly onHighlight: string
  /** The firm's: band of the title and lines. */
  readonly main: string
  readonly onMain: string
  readonly accent: string
}

const light: Look = {
  paper: 'FFFFFF',
  text: '17191D',
  quiet: '585E67',
  hair: 'DADDD7',
  pencil: '585E67',
  ink: '2A2FCB',
  inkWash: 'E8E9FC',
  highlight: 'F4F04D',
  onHighlight: '17191D',
  main: '17191D',
  onMain: 'FFFFFF',
  accent: '7F857E',
}

const dark: Look = {
  paper: '1A1D22',
  text: 'F3F3EF',
  quiet: 'A0A6B0',
  hair: '2F343B',
  pencil: 'A7ADB7',
  ink: '98A2FF',
  inkWash: '242A55',
  highlight: 'EFEA48',
  onHighlight: '17191D',
  main: '0B0D0F',
  onMain: 'F3F3EF',
  accent: '737A85',
}

export function lookOf({ look, main, accent }: Pick<ExportSettings, 'look' | 'main' | 'accent'>): Look {
  const base = look === 'dark' ? dark : light
  const own = main?.toUpperCase()
  return {
    ...base,
    ...(own !== undefined && { main: own, onMain: isLight(own) ? '17191D' : 'FFFFFF' }),
    ...(accent !== undefined && { accent: accent.toUpperCase() }),
  }
}

/** Whether dark text reads better on it (relative luminance, WCAG). */
function isLight(colour: string): boolean {
  const [r = 0, g = 0, b = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.18
}
