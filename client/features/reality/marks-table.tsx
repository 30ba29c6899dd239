/** Marks as a table: our guess and customers at first hand, with gap, half-width and verdict of every cell (method C6). */
import { useTranslation } from 'react-i18next'
import type { CellPair, Competition } from '#client/features/reality/competition-model.ts'
import { exact, signed } from '#client/features/reality/figures.ts'
import type { GapRow } from '#client/features/reality/gap-model.ts'
import type { T } from '#client/features/reality/reality-words.ts'
import { asLines } from '#client/lib/as-lines.ts'
import styles from '#client/ui/figures-table.module.css'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import { verdictWords } from '#shared/reality/words.ts'

interface Props {
  readonly competition: Competition
  readonly needs: readonly GapRow[]
}

const columns = ['guess', 'customers', 'n', 'gap', 'half', 'verdict'] as const

function figuresOf({ guess, truth, n, gap }: CellPair, language: string): readonly (string | null)[] {
  const number = (value: number | null | undefined) => (value == null ? null : exact(value, language))
  return [
    number(guess),
    number(truth),
    String(n),
    gap?.gap == null ? null : signed(gap.gap, language),
    number(gap?.halfWidth),
    gap === null ? null : verdictWords(gap.verdict),
  ]
}

const linesOf = ({ competition, needs }: Props) =>
  needs.flatMap((need) => competition.options.map((option) => ({ need, option })))

export function MarksTable(props: Props) {
  const { t, i18n } = useTranslation('reality')
  const { competition } = props
  const caption = t('competition.table.caption', { number: competition.number ?? '?' })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and keys must reach it
    <section className={styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.need')}</th>
            <th scope="col">{t('competition.table.option')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linesOf(props).map(({ need, option }) => {
            const figures = figuresOf(competition.cell(need.needId, option.optionId), i18n.language)
            return (
              <tr key={`${need.needId}/${option.optionId}`}>
                <th scope="row">{need.title}</th>
                <td className={styles.text}>{option.name}</td>
                {columns.map((column, index) =>
                  figures[index] == null ? (
                    <td key={column} className={styles.unknown}>
                      <InlineUnknown /> {t('table.few')}
                    </td>
                  ) : (
                    <td key={column}>{figures[index]}</td>
                  ),
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** The same for a spreadsheet; unknown stays empty. */
export function marksAsText(t: T, competition: Competition, needs: readonly GapRow[]): string {
  const head = [
    t('table.need'),
    t('competition.table.option'),
    ...columns.map((column) => t(`table.${column}`)),
  ]
  const lines = linesOf({ competition, needs }).map(({ need, option }) => [
    need.title,
    option.name,
    ...figuresOf(competition.cell(need.needId, option.optionId), 'en'),
  ])
  return asLines([head, ...lines, [t('competition.table.caption', { number: competition.number ?? '?' })]])
}
