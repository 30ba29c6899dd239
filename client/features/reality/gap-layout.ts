/**
 * The gap chart in pixels: our order at the left, joined by lines to theirs, and both marks on one scale at the right.
 * Rows are evenly spaced and as high as the longest title needs, so nothing ever touches. Text is measured by the caller.
 */
import { axisOf, type Dumbbell, dumbbell, placeOf } from '#client/features/reality/dumbbell.ts'
import type { GapModel, GapRow } from '#client/features/reality/gap-model.ts'
import { type Measure, type Type, wrapText } from '#client/features/reality/wrap-text.ts'

export const TYPES = {
  ours: { size: 16, weight: 400 },
  ourNumber: { size: 20, weight: 400 },
  title: { size: 17, weight: 650 },
  sub: { size: 13.5, weight: 500 },
  number: { size: 25, weight: 750 },
  head: { size: 17, weight: 650 },
  axis: { size: 13, weight: 400 },
} as const satisfies Record<string, Type>

export type TextKind = keyof typeof TYPES

export interface TextAt {
  readonly kind: TextKind
  readonly text: string
  /** `x` by the anchor, `y` the baseline. */
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end' | 'middle'
}

export interface Words {
  readonly ours: string
  readonly oursSample: string
  readonly theirs: string
  readonly theirsSample: string
  /** Under a need at the right. */
  readonly sub: (row: GapRow) => string
  /** "Two we never listed". */
  readonly neverListed: string
}

interface Row {
  readonly row: GapRow
  readonly y: number
  readonly texts: readonly TextAt[]
}

export interface OurRow extends Row {
  readonly ring: { readonly cx: number; readonly cy: number }
}

export interface TheirRow extends Row {
  readonly disc: { readonly cx: number; readonly cy: number }
  readonly dumbbell: Dumbbell
}

export type LinkKind = 'rising' | 'falling' | 'level' | 'overlooked'

export interface Link {
  readonly needId: string
  readonly kind: LinkKind
  readonly path: string
  readonly places: number
}

export interface GapLayout {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly rowHeight: number
  readonly heads: readonly TextAt[]
  readonly ticks: readonly { readonly x: number; readonly text: TextAt }[]
  readonly ours: readonly OurRow[]
  readonly theirs: readonly TheirRow[]
  readonly never: { readonly cx: number; readonly cy: number; readonly texts: readonly TextAt[] } | null
  readonly links: readonly Link[]
  readonly path: { readonly needId: string; readonly d: string; readonly height: number } | null
  /** Where the lines between rows begin. */
  readonly rowsFrom: number
  readonly plot: { readonly from: number; readonly to: number }
}

export const RING_R = 8.8
export const DISC_R = 9.6
const GAP = 8
const LINE = 1.22
const ROW_PAD = 15
const MIN_ROW = 47
const HEAD_GAP = 14

const SHARES = { ours: 0.26, link: 0.11, theirs: 0.38 } as const

export function gapLayout(model: GapModel, words: Words, width: number, measure: Measure): GapLayout {
  const at = columnsOf(model, width, measure)
  const wrapped = (text: string, type: Type, room: number) => wrapText(text, room, type, measure)
  const ours = model.ours.map((row) => ({ row, lines: wrapped(row.title, TYPES.ours, at.ourRoom) }))
  const theirs = model.theirs.map((row) => ({
    row,
    lines: wrapped(row.title, TYPES.title, at.theirRoom),
    sub: words.sub(row) === '' ? [] : wrapped(words.sub(row), TYPES.sub, at.theirRoom),
  }))
  const never = model.overlooked > 0 ? wrapped(words.neverListed, TYPES.sub, at.ourRoom) : []
  const rowHeight = Math.max(
    MIN_ROW,
    ...ours.map(({ lines }) => ROW_PAD + heightOf(lines, TYPES.ours)),
    ...theirs.map(({ lines, sub }) => ROW_PAD + heightOf(lines, TYPES.title) + heightOf(sub, TYPES.sub)),
    ROW_PAD + heightOf(never, TYPES.sub),
  )
  const heads = headTexts(words, at, measure)
  const top = heads.bottom + HEAD_GAP
  const yOf = (index: number) => top + (index + 0.5) * rowHeight
  const axis = axisOf(model.theirs)
  const scale = { from: at.plotFrom, width: at.plotTo - at.plotFrom, end: axis.end }

  const ourRows = ours.map(({ row, lines }, index): OurRow => {
    const y = yOf(index)
    const number =
      row.guessShown === null ? [] : [numberText('ourNumber', row.guessShown, at.ourNumberEnd, y)]
    return {
      row,
      y,
      ring: { cx: at.ring, cy: y },
      texts: [...block(lines, 'ours', at.ourEnd, y, 'end'), ...number],
    }
  })
  const theirRows = theirs.map(({ row, lines, sub }, index): TheirRow => {
    const y = yOf(index)
    const full = heightOf(lines, TYPES.title) + heightOf(sub, TYPES.sub)
    const titleY = y - full / 2 + heightOf(lines, TYPES.title) / 2
    const subY = y + full / 2 - heightOf(sub, TYPES.sub) / 2
    const number = row.shown === null ? [] : [numberText('number', row.shown, at.theirNumberEnd, y)]
    return {
      row,
      y,
      disc: { cx: at.disc, cy: y },
      dumbbell: dumbbell(row, scale),
      texts: [
        ...number,
        ...block(lines, 'title', at.theirStart, titleY, 'start'),
        ...block(sub, 'sub', at.theirStart, subY, 'start'),
      ],
    }
  })
  const neverY = yOf(ourRows.length)
  const links = model.isEnough ? linksOf(ourRows, theirRows, neverY, at) : []
  const rows = Math.max(theirRows.length, ourRows.length + (never.length > 0 ? 1 : 0))
  return {
    width,
    height: top + rows * rowHeight,
    top,
    rowHeight,
    heads: heads.texts,
    ticks: axis.ticks.map((value) => {
      const x = placeOf(value, scale)
      return { x, text: { kind: 'axis', text: String(value), x, y: top - HEAD_GAP / 2, anchor: 'middle' } }
    }),
    ours: ourRows,
    theirs: theirRows,
    never:
      never.length === 0
        ? null
        : { cx: at.ring, cy: neverY, texts: block(never, 'sub', at.ourNumberEnd, neverY, 'end') },
    links,
    path: highlight(model.pathId, ourRows, theirRows, at, width, rowHeight),
    rowsFrom: at.disc + DISC_R + GAP,
    plot: { from: at.plotFrom, to: at.plotTo },
  }
}

interface Columns {
  readonly ourRoom: number
  readonly ourEnd: number
  readonly ourNumberEnd: number
  readonly ring: number
  readonly disc: number
  readonly theirNumberEnd: number
  readonly theirStart: number
  readonly theirRoom: number
  readonly plotFrom: number
  readonly plotTo: number
}

function columnsOf(model: GapModel, width: number, measure: Measure): Columns {
  const widest = (type: Type, values: readonly (number | null)[]) =>
    Math.ceil(Math.max(0, ...values.map((value) => measure(String(value ?? ''), type.size, type.weight))))
  const ourNumber = widest(
    TYPES.ourNumber,
    model.ours.map(({ guessShown }) => guessShown),
  )
  const theirNumber = widest(
    TYPES.number,
    model.theirs.map(({ shown }) => shown),
  )
  const fixed = GAP + ourNumber + GAP + 2 * RING_R + 2 * DISC_R + GAP + theirNumber + 2 * GAP + 4 * GAP
  const free = Math.max(0, width - fixed)
  const ourRoom = free * SHARES.ours
  const ourNumberEnd = ourRoom + GAP + ourNumber
  const ring = ourNumberEnd + GAP + RING_R
  const disc = ring + RING_R + free * SHARES.link + DISC_R
  const theirNumberEnd = disc + DISC_R + GAP + theirNumber
  const theirStart = theirNumberEnd + 2 * GAP
  const theirRoom = free * SHARES.theirs
  return {
    ourRoom,
    ourEnd: ourRoom,
    ourNumberEnd,
    ring,
    disc,
    theirNumberEnd,
    theirStart,
    theirRoom,
    plotFrom: theirStart + theirRoom + 2.5 * GAP,
    plotTo: width - 1.5 * GAP,
  }
}

const heightOf = (lines: readonly string[], { size }: Type): number => lines.length * size * LINE

/** Lines around a middle. */
function block(
  lines: readonly string[],
  kind: TextKind,
  x: number,
  middle: number,
  anchor: TextAt['anchor'],
): TextAt[] {
  const { size } = TYPES[kind]
  const first = middle - heightOf(lines, TYPES[kind]) / 2 + (size * (LINE - 1)) / 2 + size * 0.8
  return lines.map((text, index) => ({ kind, text, x, y: first + index * size * LINE, anchor }))
}

const numberText = (kind: TextKind, value: number, x: number, y: number): TextAt => ({
  kind,
  text: String(value),
  x,
  y: y + TYPES[kind].size * 0.36,
  anchor: 'end',
})

/** Both headings over their columns; the axis has a line of its own beneath. */
function headTexts(words: Words, at: Columns, measure: Measure) {
  const ourWidth = at.ourNumberEnd
  const theirFrom = at.disc - DISC_R
  const theirWidth = at.theirStart + at.theirRoom - theirFrom
  const column = (head: string, sample: string, x: number, room: number, anchor: 'start' | 'end') => {
    const heads = wrapText(head, room, TYPES.head, measure)
    const samples = wrapText(sample, room, TYPES.sub, measure)
    const headHeight = heightOf(heads, TYPES.head)
    const sampleHeight = heightOf(samples, TYPES.sub)
    return {
      bottom: headHeight + sampleHeight,
      texts: [
        ...block(heads, 'head', x, headHeight / 2, anchor),
        ...block(samples, 'sub', x, headHeight + sampleHeight / 2, anchor),
      ],
    }
  }
  const ours = column(words.ours, words.oursSample, at.ourNumberEnd, ourWidth, 'end')
  const theirs = column(words.theirs, words.theirsSample, theirFrom, theirWidth, 'start')
  return { texts: [...ours.texts, ...theirs.texts], bottom: Math.max(ours.bottom, theirs.bottom) }
}

function linksOf(ours: readonly OurRow[], theirs: readonly TheirRow[], neverY: number, at: Columns): Link[] {
  return theirs.map(({ row, y }, to): Link => {
    const from = ours.findIndex((one) => one.row === row)
    const start = ours[from]
    if (!start) {
      return { needId: row.needId, kind: 'overlooked', path: curve(neverY, y, at), places: 0 }
    }
    const kind = to < from ? 'rising' : to > from ? 'falling' : 'level'
    return { needId: row.needId, kind, path: curve(start.y, y, at), places: Math.abs(to - from) }
  })
}

function curve(fromY: number, toY: number, { ring, disc }: Columns): string {
  const x1 = ring + RING_R + 2
  const x2 = disc - DISC_R - 2
  const half = (x1 + x2) / 2
  return `M${r(x1)} ${r(fromY)}C${r(half)} ${r(fromY)} ${r(half)} ${r(toY)} ${r(x2)} ${r(toY)}`
}

function highlight(
  needId: string | null,
  ours: readonly OurRow[],
  theirs: readonly TheirRow[],
  at: Columns,
  width: number,
  rowHeight: number,
): GapLayout['path'] {
  const from = ours.find(({ row }) => row.needId === needId)
  const to = theirs.find(({ row }) => row.needId === needId)
  if (!from || !to || needId === null) return null
  const x1 = at.ring + RING_R + 2
  const x2 = at.disc - DISC_R - 2
  const half = (x1 + x2) / 2
  const bend = `C${r(half)} ${r(from.y)} ${r(half)} ${r(to.y)} ${r(x2)} ${r(to.y)}`
  return { needId, d: `M0 ${r(from.y)}H${r(x1)}${bend}H${r(width)}`, height: Math.max(30, rowHeight - 9) }
}

const r = (value: number): number => Math.round(value * 10) / 10
