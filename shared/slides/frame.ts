/** Where what every slide has stands, in inches. */
import { PAGE } from '#shared/slides/deck.ts'
import type { Box } from '#shared/slides/sheet.ts'

/** A picture, as its own file says how large it is. */
export interface LogoSize {
  readonly width: number
  readonly height: number
}

export const coverFrame = {
  title: { x: 0.9, y: 2.2, w: 11.5, h: 1.6 },
  lines: { x: 0.9, y: 4, w: 11.5, h: 1.9 },
  /** Room for the logo, at its right end. */
  logo: { x: 8.9, y: 0.7, w: 3.5, h: 1.1 },
  stroke: { x: 0, y: 7.3, w: PAGE.w, h: 0.2 },
} as const

export const sheetFrame = {
  title: { x: PAGE.margin, y: 0.4, w: PAGE.w - 2 * PAGE.margin, h: 1 },
  logo: { x: 11.133, y: 0.35, w: 1.6, h: 0.5 },
  stroke: { x: PAGE.margin, y: 0.3, w: 0.9, h: 0.06 },
  rule: { x: PAGE.margin, y: 6.95, w: PAGE.w - 2 * PAGE.margin, h: 0 },
  foot: { x: PAGE.margin, y: 7.02, w: 11, h: 0.3 },
  number: { x: PAGE.w - 1.1, y: 7.02, w: 0.5, h: 0.3 },
} as const

/** The heading makes room for a logo. */
export const titleBox = (logo: LogoSize | null): Box =>
  logo ? { ...sheetFrame.title, w: sheetFrame.logo.x - sheetFrame.title.x - 0.3 } : sheetFrame.title

/** In points: a long heading still takes two lines. */
export const titleSize = (title: string): number => (title.length > 76 ? 21 : 26)

/** As large as the room allows without changing its shape, right and in the middle. */
export function logoBox({ width, height }: LogoSize, room: Box): Box {
  const scale = Math.min(room.w / width, room.h / height)
  const [w, h] = [width * scale, height * scale]
  return { x: room.x + room.w - w, y: room.y + (room.h - h) / 2, w, h }
}

/** A white ground for a logo made for paper. */
export const plateBox = ({ x, y, w, h }: Box): Box => ({ x: x - 0.1, y: y - 0.08, w: w + 0.2, h: h + 0.16 })

/** The ring, the stroke and the disc over the title. */
export const coverMarks = {
  ring: { x: 0.9, y: 1.26, w: 0.44, h: 0.44 },
  stroke: { x: 1.15, y: 1.4, w: 1.1, h: 0.16 },
  disc: { x: 2.06, y: 1.26, w: 0.44, h: 0.44 },
} as const
