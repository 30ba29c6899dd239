/** Two figures side by side, then and now, for needs and options: as rows, and as a table that says the same. */
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart } from '#client/ui/chart.tsx'
import tables from '#client/ui/figures-table.module.css'
import { Icon } from '#client/ui/icon.tsx'
import { InlineGuess, InlineTruth, InlineUnknown } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import type { Figure, NeedThenNow, Pair, ThenAndNow } from '#shared/report/then-and-now.ts'
import styles from './former.module.css'

type Whose = 'guess' | 'customers'

interface Row {
  readonly key: string
  readonly title: string
  readonly note: string
  readonly guess: Pair
  readonly customers: Pair
  readonly say: string
}

export function NeedsPart(props: {
  readonly rows: readonly NeedThenNow[]
  readonly sample: string
  readonly isOpen: boolean
}) {
  const { t } = useTranslation('former')
  const say = useSaying()
  const { rows, sample, isOpen } = props
  const shown = rows.map((row) => ({ ...row, note: noteOf(row), say: row.on === 'both' ? say(row) : '' }))
  return (
    <Part
      title={t('needs.title')}
      caption={t('needs.caption')}
      head={t('needs.need')}
      rows={shown}
      digits={0}
      isOpen={isOpen}
      sample={sample}
      isMain
    />
  )

  function noteOf({ on, formerTitle }: NeedThenNow): string {
    if (on === 'then') return t('needs.gone')
    if (on === 'now') return t('needs.added')
    return formerTitle === null ? '' : t('needs.renamed', { title: formerTitle })
  }
}

export function MarksPart({ rows, isOpen }: { rows: ThenAndNow['options']; isOpen: boolean }) {
  const { t } = useTranslation('former')
  if (!rows.some(({ guess }) => guess.before || guess.now)) return null
  return (
    <Part
      title={t('marks.title')}
      caption={t('marks.caption')}
      head={t('marks.option')}
      rows={rows.map((row) => ({ ...row, title: row.name, note: '', say: '' }))}
      digits={1}
      isOpen={isOpen}
      sample={t('marks.note')}
    />
  )
}

/** What may be said of both moves; of what is not known the figures themselves say so. */
function useSaying() {
  const { t } = useTranslation('former')
  return ({ guess, customers }: Pick<Row, 'guess' | 'customers'>): string => {
    const { move } = guess
    const ours = move === 'up' || move === 'down' || move === 'same' ? t(`move.guess.${move}`) : ''
    const theirs = customers.move === 'unknown' ? '' : t(`move.customers.${customers.move}`)
    return `${ours} ${theirs}`.trim()
  }
}

interface PartProps {
  readonly title: string
  readonly caption: string
  readonly head: string
  readonly rows: readonly Row[]
  readonly digits: number
  readonly isOpen: boolean
  readonly sample: string
  readonly isMain?: boolean
}

function Part({ title, caption, head, rows, digits, isOpen, sample, isMain = false }: PartProps) {
  const { t } = useTranslation('former')
  const id = useId()
  const write = useWriting(digits, isOpen)
  const numbers = () =>
    [
      caption,
      [head, ...columns.map(([whose, side]) => `${t(`needs.${whose}`)}, ${t(side)}`), t('needs.say')].join(
        '\t',
      ),
      ...rows.map((row) =>
        [row.title, ...columns.map(([whose, side]) => write(row[whose][side], whose, side)), row.say].join(
          '\t',
        ),
      ),
      sample,
    ].join('\n')
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={typography.section}>
        {title}
      </h2>
      <Chart
        title={title}
        drawing={<Rows rows={rows} write={write} />}
        table={<Table caption={caption} head={head} rows={rows} write={write} />}
        sample={sample}
        numbers={numbers}
        isMain={isMain}
      />
    </section>
  )
}

type Side = 'before' | 'now'
const columns: readonly (readonly [Whose, Side])[] = [
  ['guess', 'before'],
  ['guess', 'now'],
  ['customers', 'before'],
  ['customers', 'now'],
]

type Writing = (figure: Figure | null, whose: Whose, side: Side) => string

/** A figure with its n in words; why there is none where there is none. */
function useWriting(digits: number, isOpen: boolean): Writing {
  const { t, i18n } = useTranslation('former')
  const number = new Intl.NumberFormat(i18n.language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return (figure, whose, side) => {
    if (figure === null) {
      if (whose === 'guess') return t(side === 'now' ? 'unknown.notYet' : 'unknown.guess')
      return t(side === 'now' && !isOpen ? 'unknown.sealed' : 'unknown.customers')
    }
    if (figure.mean === null) return t('unknown.few', { count: figure.n })
    const n = t(whose === 'guess' ? 'ofUs' : 'ofThem', { count: figure.n })
    return `${number.format(figure.mean)} (${n})`
  }
}

interface Shown {
  readonly rows: readonly Row[]
  readonly write: Writing
}

function Rows({ rows, write }: Shown) {
  const { t } = useTranslation('former')
  return (
    <ul className={styles.rows}>
      {rows.map((row) => (
        <li key={row.key} className={styles.row}>
          <p className={styles.name} dir="auto">
            {row.title}
            {row.note !== '' && <small>{row.note}</small>}
          </p>
          {(['guess', 'customers'] as const).map((whose) => (
            <PairLine key={whose} name={t(`needs.${whose}`)} pair={row[whose]} whose={whose} write={write} />
          ))}
          {row.say !== '' && <p className={styles.say}>{row.say}</p>}
        </li>
      ))}
    </ul>
  )
}

function PairLine(props: { name: string; pair: Pair; whose: Whose; write: Writing }) {
  const { name, pair, whose, write } = props
  const { t } = useTranslation('former')
  const side = (when: Side) => (
    <span className={styles.side}>
      <small>{when === 'before' ? `${name}, ${t('before')}` : t('now')}</small>
      <Value figure={pair[when]} whose={whose}>
        {write(pair[when], whose, when)}
      </Value>
    </span>
  )
  return (
    <p className={styles.pair} data-whose={whose}>
      {side('before')}
      <Between move={pair.move} />
      {side('now')}
    </p>
  )
}

/** An arrow only where a move may be claimed. */
function Between({ move }: { readonly move: Pair['move'] }) {
  if (move !== 'up' && move !== 'down') return <span className={styles.between} />
  return (
    <span className={styles.arrow}>
      <Icon of={move === 'up' ? ArrowUp : ArrowDown} />
    </span>
  )
}

function Value(props: {
  readonly figure: Figure | null
  readonly whose: Whose
  readonly children: ReactNode
}) {
  const { figure, whose, children } = props
  const isKnown = figure !== null && figure.mean !== null
  const Mark = !isKnown ? InlineUnknown : whose === 'guess' ? InlineGuess : InlineTruth
  return (
    <span className={isKnown ? styles.value : styles.unknown}>
      <Mark /> {children}
    </span>
  )
}

function Table({ caption, head, rows, write }: Shown & { readonly caption: string; readonly head: string }) {
  const { t } = useTranslation('former')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and keys must reach it
    <section className={tables.scroll} tabIndex={0} aria-label={caption}>
      <table className={tables.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map(([whose, side]) => (
              <th key={whose + side} scope="col">
                {t(`needs.${whose}`)}, {t(side)}
              </th>
            ))}
            <th scope="col">{t('needs.say')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.title}</th>
              {columns.map(([whose, side]) => (
                <td key={whose + side}>{write(row[whose][side], whose, side)}</td>
              ))}
              <td className={tables.text}>{row.note === '' ? row.say : row.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
