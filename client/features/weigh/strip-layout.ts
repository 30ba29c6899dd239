/**
 * Where everything of a strip plot goes, in pixels, without drawing any of it. Offsets are from the middle of a row,
 * up is negative. Two guesses never lie on each other while there is room, and none lies on the mean's number.
 */
export interface StripValue {
  readonly value: number
  /** Function of the person, or null where the round keeps it secret. */
  readonly functionName: string | null
}

export interface PlacedMark extends StripValue {
  readonly x: number
  readonly dy: number
}

export const ROW_HEIGHT = 98
export const MARK_SIZE = 15
/** Top of the mean's bar, and the line its number stands on. */
export const MEAN_BAR_TOP = -24
export const MEAN_BAR_BOTTOM = 26
export const MEAN_LINE = -29
/** How far the pale range reaches beyond the outermost guesses. */
export const RANGE_PADDING = 12
const MEAN_NUMBER_HALF_WIDTH = 22
/** From the middle of the outermost guess to the edge of its row. */
const ABOVE_HIGHEST = 13
const BELOW_LOWEST = 11
/** A pile this high still grows its row; a higher one is pressed together. */
const MOST_LEVELS = 12
const CHARACTER_WIDTH = 7
const END_LABEL_GAP = 17
const UNSURE_TAG_WIDTH = 26

/** The axis starts at 0 and goes to 50, or as far as the highest guess needs. */
export function axisEnd(values: readonly StripValue[]): number {
  const highest = values.reduce((most, { value }) => Math.max(most, value), 0)
  return Math.max(50, Math.ceil(highest / 10) * 10)
}

/** Labelled points of the axis: every 10, or every 20 or 25 where 10 would crowd. */
export function axisTicks(end: number, width: number): number[] {
  const gap = [10, 20, 25].find((one) => end % one === 0 && (width / end) * one >= 34) ?? 50
  return Array.from({ length: Math.floor(end / gap) + 1 }, (_, index) => index * gap)
}

/** Places the guesses of one row: equal and neighbouring ones stack up and down. */
export function stack(
  values: readonly StripValue[],
  { pixelsPerPoint, mean }: { pixelsPerPoint: number; mean: number | null },
): PlacedMark[] {
  const levels: { x: number; level: number; of: StripValue }[] = []
  for (const of of [...values].sort(byValueThenFunction)) {
    const x = of.value * pixelsPerPoint
    const underNumber = mean !== null && Math.abs(x - mean * pixelsPerPoint) < MEAN_NUMBER_HALF_WIDTH
    const isFree = (level: number) =>
      !levels.some((one) => one.level === level && Math.abs(one.x - x) < MARK_SIZE)
    let tried = 0
    while (!isFree(levelAt(tried, underNumber))) tried++
    levels.push({ x, level: levelAt(tried, underNumber), of })
  }
  const up = Math.max(0, ...levels.map(({ level }) => level))
  const down = Math.max(0, ...levels.map(({ level }) => -level))
  const step = (levels: number) => (MARK_SIZE * Math.min(levels, MOST_LEVELS)) / Math.max(1, levels)
  const [stepUp, stepDown] = [step(up), step(down)]
  return levels.map(({ x, level, of }) => ({
    ...of,
    x,
    dy: level === 0 ? 0 : level > 0 ? -level * stepUp : -level * stepDown,
  }))
}

/** How far a row reaches over and under its middle: as far as its guesses, and never less than an ordinary row. */
export function reachOf(marks: readonly PlacedMark[]): { readonly above: number; readonly below: number } {
  const dys = marks.map(({ dy }) => dy)
  return {
    above: Math.max(ROW_HEIGHT / 2, ABOVE_HIGHEST - Math.min(0, ...dys)),
    below: Math.max(ROW_HEIGHT / 2, BELOW_LOWEST + Math.max(0, ...dys)),
  }
}

/** Levels in the order they are tried: middle, one up, one down, two up ...; below the mean's number only one up. */
function levelAt(tried: number, underNumber: boolean): number {
  if (tried === 0) return 0
  if (underNumber) return tried === 1 ? 1 : 1 - tried
  return tried % 2 === 1 ? (tried + 1) / 2 : -tried / 2
}

/** Lowest first; the order in which guesses are placed and walked. */
export const byValueThenFunction = (a: StripValue, b: StripValue): number =>
  a.value - b.value || (a.functionName ?? '').localeCompare(b.functionName ?? '')

export interface EndLabels {
  /** Functions of the highest guess, where they may be named and fit. */
  readonly functions: { readonly x: number; readonly text: string } | null
  /** Left edge of the tag for those who were not sure; null when it does not fit in the row. */
  readonly unsureX: number | null
}

/** What stands to the right of the highest guess without leaving the row. */
export function endLabels(
  values: readonly StripValue[],
  unsureText: string | null,
  { pixelsPerPoint, room }: { pixelsPerPoint: number; room: number },
): EndLabels {
  const highest = values.reduce((most, { value }) => Math.max(most, value), 0)
  const start = highest * pixelsPerPoint + END_LABEL_GAP
  const text = functionsAt(values, highest).join(', ')
  const fits = text !== '' && start + text.length * CHARACTER_WIDTH <= room
  const after = fits ? start + text.length * CHARACTER_WIDTH + 12 : start
  const unsureEnd = after + UNSURE_TAG_WIDTH + (unsureText?.length ?? 0) * CHARACTER_WIDTH
  return {
    functions: fits ? { x: start, text } : null,
    unsureX: unsureText !== null && unsureEnd <= room ? after : null,
  }
}

function functionsAt(values: readonly StripValue[], value: number): string[] {
  const names = values.flatMap((one) => (one.value === value && one.functionName ? [one.functionName] : []))
  return [...new Set(names)].sort((a, b) => a.localeCompare(b))
}

/** The rows furthest apart, at most three, and only those that are apart at all. Ties go to the larger deviation. */
export function widest<T extends { readonly min: number; readonly max: number; readonly sd: number }>(
  rows: readonly T[],
): Set<T> {
  return new Set(
    rows
      .filter((row) => row.max > row.min)
      .sort((a, b) => b.max - b.min - (a.max - a.min) || b.sd - a.sd)
      .slice(0, 3),
  )
}
