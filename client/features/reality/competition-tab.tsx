/** The competition (09c): weighted totals first, then every mark, ours hollow and theirs solid; under five raters hatched. */
import { useId } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { CellPair, Competition, OptionTotals } from '#client/features/reality/competition-model.ts'
import { oneDecimal } from '#client/features/reality/figures.ts'
import type { GapRow } from '#client/features/reality/gap-model.ts'
import { MarksTable, marksAsText } from '#client/features/reality/marks-table.tsx'
import { PairedLines } from '#client/features/reality/paired-lines.tsx'
import { placeWords, type T } from '#client/features/reality/reality-words.ts'
import { WhereToAct } from '#client/features/reality/where-to-act.tsx'
import { useMarkWalk } from '#client/lib/mark-walk.ts'
import { Chart } from '#client/ui/chart.tsx'
import { InlineGuess, InlineTruth, InlineUnknown } from '#client/ui/inline-marks.tsx'
import { GuessMark, TruthMark, UnknownMark } from '#client/ui/marks.tsx'
import typography from '#client/ui/type.module.css'
import { GuessWords, Hl } from '#client/ui/words.tsx'
import { MIN_FOR_INTERVAL } from '#shared/statistics/interval.ts'
import styles from './competition.module.css'
import chart from './gap-chart.module.css'
import page from './reality.module.css'

export function CompetitionTab(props: {
  readonly competition: Competition
  readonly needs: readonly GapRow[]
}) {
  const { competition, needs } = props
  const { t, i18n } = useTranslation('reality')
  const language = i18n.language
  const { options, ours } = competition
  const mark = (value: number | null) => (value === null ? '?' : oneDecimal(value, language))
  const totals = options
    .map(({ name, guess, truth, isFew }) =>
      t('competition.totalOf', { name, ours: mark(guess), theirs: isFew ? '?' : mark(truth) }),
    )
    .join(' ')
  return (
    <article>
      <h1 className={page.verdict}>
        <Trans
          t={t}
          i18nKey={`competition.${titleKey(ours)}`}
          values={{ ours: mark(ours?.guess ?? null), theirs: mark(ours?.truth ?? null) }}
          components={{ hl: <Hl />, guess: <GuessWords /> }}
        />
      </h1>
      <p className={typography.lead}>
        {t('competition.lead')}{' '}
        {options
          .filter(({ isFew }) => isFew)
          .map(({ name, raters }) => t('competition.onlyFew', { name, count: raters }))
          .join(' ')}
      </p>
      <Chart
        title={t('tabs.competition')}
        drawing={
          <Grid competition={competition} needs={needs} sentence={t('competition.chart', { totals })} />
        }
        table={<MarksTable competition={competition} needs={needs} />}
        sample={<PairedLines competition={competition} />}
        numbers={() => marksAsText(t, competition, needs)}
        isMain
      />
      <WhereToAct competition={competition} needs={needs} />
    </article>
  )
}

function titleKey(ours: OptionTotals | null) {
  if (!ours || (ours.guess === null && ours.truth === null)) return 'titleNothing'
  if (ours.truth === null || ours.isFew) return ours.guess === null ? 'titleNothing' : 'titleFew'
  return ours.guess === null ? 'titleNoGuess' : 'title'
}

function Grid(props: {
  readonly competition: Competition
  readonly needs: readonly GapRow[]
  readonly sentence: string
}) {
  const { competition, needs, sentence } = props
  const { t, i18n } = useTranslation('reality')
  const { options, cell } = competition
  const { at, walk } = useMarkWalk(needs.length, 2 * options.length)
  const isTruth = at !== null && at.mark % 2 === 1
  const [row, option] = [at && needs[at.row], at && options[Math.floor(at.mark / 2)]]
  const markOf = (index: number, column: number) =>
    at?.row === index && Math.floor(at.mark / 2) === column ? (isTruth ? 'truth' : 'guess') : null
  return (
    <section
      className={styles.scroll}
      aria-label={sentence}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows walk the marks, each is announced
      tabIndex={0}
      {...walk}
    >
      <div
        className={styles.grid}
        style={{ gridTemplateColumns: `minmax(9rem, 1.3fr) repeat(${options.length}, minmax(9.5rem, 1fr))` }}
      >
        <span className={styles.corner}>
          {t('competition.total')}
          <small>{t('competition.totalHow')}</small>
        </span>
        {options.map((option) => (
          <Totals key={option.optionId} option={option} />
        ))}
        {needs.map(({ needId, title, shown }, index) => [
          <span key={needId} className={styles.need}>
            {title}
            <small>
              {shown === null ? t('competition.gaveNone') : t('competition.gave', { points: shown })}
            </small>
          </span>,
          ...options.map(({ optionId, isUs, name }, column) => (
            <Cell
              key={`${needId}/${optionId}`}
              walked={markOf(index, column)}
              label={`${title}, ${name}`}
              isUs={isUs}
              {...cell(needId, optionId)}
            />
          )),
        ])}
      </div>
      <p role="status" className={typography.hidden}>
        {row && option
          ? walkedMark(
              t,
              i18n.language,
              `${row.title}, ${option.name}`,
              cell(row.needId, option.optionId),
              isTruth,
            )
          : ''}
      </p>
    </section>
  )
}

/** What the arrow keys have come to, for those who listen. */
function walkedMark(t: T, language: string, label: string, pair: CellPair, isTruth: boolean): string {
  const { guess, truth, n } = pair
  if (!isTruth)
    return guess === null
      ? t('competition.walkNoGuess', { label })
      : t('competition.walkGuess', { label, mark: oneDecimal(guess, language) })
  if (truth === null) return t('competition.walkFew', { label, count: n })
  return t(n < MIN_FOR_INTERVAL ? 'competition.walkTruthFew' : 'competition.walkTruth', {
    label,
    mark: oneDecimal(truth, language),
    count: n,
  })
}

function Totals({ option }: { readonly option: OptionTotals }) {
  const { t, i18n } = useTranslation('reality')
  const { name, isUs, guess, truth, guessPlace, truthPlace, isFew } = option
  const place = (at: number | null) => (at === null ? t('competition.unknown') : placeWords(t, at))
  const figure = (value: number | null) =>
    value === null ? t('competition.unknown') : oneDecimal(value, i18n.language)
  return (
    <span className={`${styles.totals} ${isUs ? styles.us : ''}`}>
      <b className={styles.name}>{name}</b>
      <span className={styles.pair}>
        <span className={styles.guess}>
          {guess === null ? <InlineUnknown size="1.125rem" /> : <InlineGuess size="1.125rem" />}{' '}
          {figure(guess)}
        </span>
        <span className={isFew ? styles.few : styles.truth}>
          {isFew || truth === null ? <InlineUnknown size="1.125rem" /> : <InlineTruth size="1.125rem" />}{' '}
          {figure(truth)}
        </span>
      </span>
      <small>{t('competition.said', { ours: place(guessPlace), theirs: place(truthPlace) })}</small>
    </span>
  )
}

const WIDTH = 200
const HEIGHT = 28
const xOf = (mark: number): number => 12 + ((WIDTH - 24) * mark) / 10

function Cell(props: {
  readonly label: string
  readonly isUs: boolean
  readonly guess: number | null
  readonly truth: number | null
  readonly n: number
  /** The mark the arrow keys have come to. */
  readonly walked: 'guess' | 'truth' | null
}) {
  const { label, isUs, guess, truth, n, walked } = props
  const { t, i18n } = useTranslation('reality')
  const id = useId()
  const words = (value: number | null) => (value === null ? '?' : oneDecimal(value, i18n.language))
  const y = HEIGHT / 2
  const isFew = n < MIN_FOR_INTERVAL
  return (
    <span className={`${styles.cell} ${isUs ? styles.us : ''}`}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={id}>
        <title id={id}>
          {`${label}: ${t('competition.table.cell', { guess: words(guess), customers: words(truth) })}, ${n}`}
        </title>
        <path className={styles.line} d={`M${xOf(0)} ${y}H${xOf(10)}`} />
        {guess !== null && truth !== null && (
          <path
            className={guess > truth ? chart.overrated : chart.underrated}
            d={`M${xOf(guess)} ${y}H${xOf(truth)}`}
          />
        )}
        {guess !== null && <GuessMark cx={xOf(guess)} cy={y} r={8} />}
        {truth !== null &&
          (isFew ? (
            <UnknownMark cx={xOf(truth)} cy={y} r={8} />
          ) : (
            <TruthMark cx={xOf(truth)} cy={y} r={8.5} />
          ))}
        {walked && <Pen x={walked === 'guess' ? guess : truth} />}
      </svg>
    </span>
  )
}

/** Around the mark, or along the line where there is none. */
function Pen({ x }: { readonly x: number | null }) {
  return x === null ? (
    <rect className={chart.pen} x={2} y={2} width={WIDTH - 4} height={HEIGHT - 4} rx={6} />
  ) : (
    <circle className={chart.pen} cx={xOf(x)} cy={HEIGHT / 2} r={12.5} />
  )
}
