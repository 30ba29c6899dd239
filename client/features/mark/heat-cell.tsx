/** One cell of the heatmap: pencil as dark as its average, range on a line from 0 to 10, hatched where many do not know. */
import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type CellResult, functionMeans, MANY_UNKNOWN } from '#client/features/mark/figures.ts'
import { cellSpoken, oneDecimal } from '#client/features/mark/wording.ts'
import { HollowGlyph } from '#client/ui/function-glyph.tsx'
import typography from '#client/ui/type.module.css'
import styles from './heatmap.module.css'

/** Pencil on a cell with the mean 0 and 10, in percent. */
const LIGHTEST = 2
const DARKEST = 42

export interface HeatCellProps {
  readonly cell: CellResult | undefined
  readonly isDisputed: boolean
}

/** Everyone's average. */
export function HeatCell({ cell, isDisputed }: HeatCellProps) {
  const { t, i18n } = useTranslation('mark')
  const mean = cell?.mean ?? null
  return (
    <Shaded cell={cell} isDisputed={isDisputed} spoken={cellSpoken(t, cell, i18n.language)}>
      <b>{mean === null ? '?' : oneDecimal(mean, i18n.language)}</b>
      <UnknownTag cell={cell} />
      {cell && mean !== null && (
        <span className={styles.range}>
          <i
            style={{
              left: `calc(${10 * (cell.min ?? 0)}% - 0.25rem)`,
              right: `calc(${100 - 10 * (cell.max ?? 0)}% - 0.25rem)`,
            }}
          />
        </span>
      )}
    </Shaded>
  )
}

/** The average of each function that is shown by itself. */
export function FunctionsCell({ cell, isDisputed }: HeatCellProps) {
  const { t, i18n } = useTranslation('mark')
  const means = cell ? functionMeans(cell) : []
  const figures = means.map(({ name, mean }) => ({ name, mean: oneDecimal(mean, i18n.language) }))
  const spoken = figures.map((one) => t('disputed.one', one)).join(', ')
  return (
    <Shaded cell={cell} isDisputed={isDisputed} spoken={spoken || cellSpoken(t, cell, i18n.language)}>
      <span className={styles.functions}>
        {figures.map(({ name, mean }) => (
          <span key={name}>
            <HollowGlyph name={name} /> {mean}
          </span>
        ))}
        {figures.length === 0 && <small>{t('revealed.functionsNone')}</small>}
      </span>
      <UnknownTag cell={cell} />
    </Shaded>
  )
}

/** One's own mark, with the room's average beside it. */
export function MineCell({ cell, isDisputed, mark }: HeatCellProps & { readonly mark: number | null }) {
  const { t, i18n } = useTranslation('mark')
  const mean = cell?.mean == null ? '–' : oneDecimal(cell.mean, i18n.language)
  const words = mark === null ? t('ballot.unknown') : String(mark)
  return (
    <Shaded
      cell={cell}
      isDisputed={isDisputed}
      spoken={t('revealed.mineSpoken', { mark: words, mean })}
      isUnknown={mark === null}
    >
      <b>{mark ?? '?'}</b>
      <span className={styles.room}>{t('revealed.mineRoom', { mean })}</span>
    </Shaded>
  )
}

function Shaded(
  props: HeatCellProps & {
    readonly spoken: string
    readonly isUnknown?: boolean
    readonly children: ReactNode
  },
) {
  const { cell, isDisputed, spoken, isUnknown = cell?.mean == null, children } = props
  const { t } = useTranslation('mark')
  const marks = marksOf(cell)
  const shade = cell?.mean == null ? 0 : LIGHTEST + ((DARKEST - LIGHTEST) * cell.mean) / 10
  const classes = [styles.cell, isUnknown && styles.nobody, isDisputed && styles.disputed]
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      style={{ '--p': `${shade}%` } as CSSProperties}
      title={marks.length > 0 ? t('revealed.marksGiven', { marks: marks.join(' ') }) : undefined}
    >
      <span className={typography.hidden}>
        {spoken}
        {isDisputed && `, ${t('revealed.disputedCell')}`}
      </span>
      <span className={styles.drawn} aria-hidden="true">
        {children}
      </span>
    </div>
  )
}

/** Every mark of a cell, lowest first, without anybody's name. */
export const marksOf = (cell: CellResult | undefined): number[] =>
  (cell?.values ?? []).map(({ value }) => value).sort((a, b) => a - b)

function UnknownTag({ cell }: { readonly cell: CellResult | undefined }) {
  const { t } = useTranslation('mark')
  if (!cell || cell.unknown < MANY_UNKNOWN) return null
  return (
    <span className={styles.tag}>
      <i>{t('revealed.unknownTag', { count: cell.unknown })}</i>
    </span>
  )
}
