/**
 * A slide as data: what stands where, in inches and points, and nothing that only one program knows. The file and the
 * preview are both drawn from it, so they cannot differ in more than type.
 */

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Six hexadecimal digits. */
type Colour = string

export interface RunStyle {
  readonly fontFace?: string
  /** In points. */
  readonly fontSize?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly color?: Colour
  readonly breakLine?: boolean
  readonly paraSpaceBefore?: number
  readonly paraSpaceAfter?: number
}

export interface Run {
  readonly text: string
  readonly options?: RunStyle
}

export interface TextBox extends Box, RunStyle {
  readonly valign?: 'top' | 'middle' | 'bottom'
  readonly margin?: number
  readonly fit?: 'shrink'
}

export interface ShapeBox extends Box {
  readonly fill?: { readonly color: Colour }
  readonly line?: { readonly color: Colour; readonly width: number; readonly dashType?: 'dash' }
  readonly objectName?: string
}
export type ShapeName = 'rect' | 'ellipse' | 'line'

export type CellStyle = RunStyle & { readonly fill?: { readonly color: Colour } }
export interface SlideCell {
  readonly text: string | readonly Run[]
  readonly options: CellStyle
}

export interface TableBox extends Omit<Box, 'h'> {
  /** In inches, one a column. */
  readonly colW: readonly number[]
  readonly fontFace: string
  readonly fontSize: number
  readonly rule: Colour
}

export interface BarSeries {
  readonly name: string
  readonly labels: readonly string[]
  readonly values: readonly number[]
  readonly colour: Colour
}

export interface BarBox extends Box {
  /** Lying, a bar a label; or standing, the series on top of each other. */
  readonly way: 'lying' | 'stacked'
  /** Drawn with an edge only: nobody but us said it. */
  readonly isHollow: boolean
  readonly text: Colour
  readonly quiet: Colour
  readonly hair: Colour
  readonly altText: string
}

export type SlideObject =
  | { readonly is: 'text'; readonly runs: readonly Run[]; readonly at: TextBox }
  | { readonly is: 'shape'; readonly shape: ShapeName; readonly at: ShapeBox }
  | { readonly is: 'table'; readonly rows: readonly (readonly SlideCell[])[]; readonly at: TableBox }
  | { readonly is: 'bars'; readonly series: readonly BarSeries[]; readonly at: BarBox }

export class Sheet {
  /** In a word or two, for whoever looks for it. */
  readonly name: string
  readonly title: string
  readonly notes: readonly string[]
  readonly objects: SlideObject[] = []

  constructor(name: string, title: string, notes: readonly string[]) {
    this.name = name
    this.title = title
    this.notes = notes
  }

  text(text: string | readonly Run[], at: TextBox): void {
    this.objects.push({ is: 'text', runs: typeof text === 'string' ? [{ text }] : text, at })
  }

  shape(shape: ShapeName, at: ShapeBox): void {
    this.objects.push({ is: 'shape', shape, at })
  }

  table(rows: readonly (readonly SlideCell[])[], at: TableBox): void {
    this.objects.push({ is: 'table', rows, at })
  }

  bars(series: readonly BarSeries[], at: BarBox): void {
    this.objects.push({ is: 'bars', series, at })
  }
}
