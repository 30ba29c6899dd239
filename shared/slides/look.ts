/** Colours of slides, light and dark. Ink is for what customers said and nothing else; the firm's colours never replace it. */
import type { ExportSettings } from '#shared/protocol/export-calls.ts'
import { contrast, isNear, MARK_CONTRAST, textOn } from '#shared/slides/colours.ts'

export interface Look {
  readonly isDark: boolean
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
  /** The firm's: ground of the first slide. */
  readonly main: string
  readonly onMain: string
  /** The firm's: a stroke on the first slide and over each heading. */
  readonly accent: string
  /** Neither answered nor open: the accent, where that can be seen and is not taken for ink. */
  readonly between: string
}

const light: Look = {
  isDark: false,
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
  between: '7F857E',
}

const dark: Look = {
  isDark: true,
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
  between: '737A85',
}

export type LookChosen = Pick<ExportSettings, 'look' | 'main' | 'accent'>

export function lookOf({ look, main, accent }: LookChosen): Look {
  const base = look === 'dark' ? dark : light
  const ground = main?.toUpperCase()
  const stroke = accent?.toUpperCase()
  return {
    ...base,
    ...(ground !== undefined && { main: ground, onMain: textOn(ground) }),
    ...(stroke !== undefined && { accent: stroke, between: isMark(stroke, base) ? stroke : base.between }),
  }
}

const isMark = (colour: string, { paper, text, highlight }: Look): boolean =>
  contrast(colour, paper) >= MARK_CONTRAST &&
  !isTakenForInk(colour) &&
  !isNear(colour, text) &&
  !isNear(colour, highlight)

/** Ink is what customers said, on light and on dark. */
export const isTakenForInk = (colour: string): boolean => [light, dark].some(({ ink }) => isNear(colour, ink))
