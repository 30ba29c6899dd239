/** What we guessed beside what customers gave, a need a row; a row opens to its statement and to their words. */
import { useTranslation } from 'react-i18next'
import { InlineGuess, InlineTruth, InlineUnknown } from '#client/ui/inline-marks.tsx'
import { verdictWords } from '#shared/reality/words.ts'
import type { ReportNeed } from '#shared/report/report.ts'
import type { ResultView } from '#shared/report/result-view.ts'
import { Opening } from './place.tsx'
import { Quotes } from './quotes.tsx'
import styles from './result.module.css'
import rows from './rows.module.css'

export function NeedsPart({ view }: { readonly view: ResultView }) {
  const { t } = useTranslation('result')
  const { needs, quotes, caveats, orderWords, overlooked, imagined, isOpen } = view
  const scale = scaleOf(needs)
  const inOrder = isOpen ? [...needs].sort((a, b) => theirsOf(b) - theirsOf(a)) : needs
  return (
    <>
      <p className={styles.note}>{t('needLegend')}</p>
      <div className={rows.rows}>
        {inOrder.map((need) => (
          <NeedRow
            key={need.id}
            need={need}
            scale={scale}
            isOpen={isOpen}
            quotes={quotes.filter((quote) => quote.needs.includes(need.title))}
          />
        ))}
      </div>
      {[orderWords, ...caveats].filter(Boolean).map((line) => (
        <p key={line} className={styles.note}>
          {line}
        </p>
      ))}
      {overlooked.length > 0 && (
        <>
          <h3 className={styles.sub}>{t('overlooked')}</h3>
          <ul className={styles.lines}>
            {overlooked.map(({ title, givenBy, n }) => (
              <li key={title} className={styles.truth}>
                {t('overlookedLine', { title, count: givenBy, of: n })}
              </li>
            ))}
          </ul>
        </>
      )}
      {imagined.length > 0 && (
        <>
          <h3 className={styles.sub}>{t('imagined')}</h3>
          <ul className={styles.lines}>
            {imagined.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const theirsOf = ({ customers, guess }: ReportNeed): number => customers?.mean ?? (guess ? 0 : -1)

/** Up to the next ten above every mark and what it may be. */
function scaleOf(needs: readonly ReportNeed[]): number {
  const ends = needs.flatMap(({ guess, customers }) => [
    guess?.mean ?? 0,
    (customers?.mean ?? 0) + (customers?.halfWidth ?? 0),
  ])
  return Math.min(100, Math.max(10, Math.ceil(Math.max(0, ...ends) / 10) * 10))
}

function NeedRow(props: {
  readonly need: ReportNeed
  readonly scale: number
  readonly isOpen: boolean
  readonly quotes: ResultView['quotes']
}) {
  const { need, scale, isOpen, quotes } = props
  const { t } = useTranslation('result')
  const { title, statement, guess, customers, gapWords, verdict, secondLook, unaided } = need
  return (
    <Opening
      name={`need-${need.id}`}
      className={rows.need}
      summary={
        <>
          <span className={rows.title}>{title}</span>
          <Track need={need} scale={scale} isOpen={isOpen} />
          <span className={rows.figures}>
            <GuessFigure guess={guess} />
            <TheirFigure customers={customers} isOpen={isOpen} />
            {(gapWords ?? verdict) !== null && <span>{gapWords ?? (verdict && verdictWords(verdict))}</span>}
          </span>
        </>
      }
    >
      {statement !== '' && <p>{statement}</p>}
      {guess && <p className={styles.guess}>{guess.label}</p>}
      {customers && customers.mean !== null && (
        <p className={styles.truth}>
          {t('theirMean', { who: customers.label, points: customers.shown ?? Math.round(customers.mean) })}{' '}
          {customers.halfWidth !== null && t('mayBe', { points: Math.round(customers.halfWidth) })}
        </p>
      )}
      {secondLook && secondLook.mean !== null && (
        <p>{t('secondLook', { points: Math.round(secondLook.mean), count: secondLook.n })}</p>
      )}
      {unaided > 0 && <p className={styles.truth}>{t('unaided', { count: unaided })}</p>}
      {isOpen && quotes.length === 0 ? (
        <p className={styles.note}>{t('noWords')}</p>
      ) : (
        <Quotes quotes={quotes} />
      )}
    </Opening>
  )
}

function GuessFigure({ guess }: Pick<ReportNeed, 'guess'>) {
  const { t } = useTranslation('result')
  if (!guess) return <span className={styles.guess}>{t('noGuess')}</span>
  const points = guess.shown ?? guess.mean
  return (
    <span className={styles.guess}>
      {t('guessPoints', { points: points === null ? '?' : Math.round(points) })}{' '}
      <small>{t('n', { count: guess.n })}</small>
    </span>
  )
}

function TheirFigure({ customers, isOpen }: Pick<ReportNeed, 'customers'> & { readonly isOpen: boolean }) {
  const { t } = useTranslation('result')
  if (!isOpen) return <span>{t('sealed')}</span>
  if (!customers) return <span>{t('notAsked')}</span>
  if (customers.mean === null)
    return (
      <span>
        {t('tooFew')} <small>{t('n', { count: customers.n })}</small>
      </span>
    )
  return (
    <span className={styles.truth}>
      {t('theirPoints', { points: customers.shown ?? Math.round(customers.mean) })}{' '}
      <small>{t('n', { count: customers.n })}</small>
    </span>
  )
}

/** The two marks on one line; the figures beside it say the same in words. */
function Track(props: { readonly need: ReportNeed; readonly scale: number; readonly isOpen: boolean }) {
  const { need, scale, isOpen } = props
  const guess = need.guess?.mean ?? null
  const theirs = need.customers?.mean ?? null
  const half = need.customers?.halfWidth ?? null
  const at = (value: number) => `${(Math.min(scale, Math.max(0, value)) / scale) * 100}%`
  return (
    <span className={rows.track} aria-hidden="true">
      {!isOpen && <i className={rows.isSealed} />}
      {theirs !== null && half !== null && (
        <i
          className={rows.range}
          style={{ left: at(theirs - half), right: `calc(100% - ${at(theirs + half)})` }}
        />
      )}
      {theirs !== null && guess !== null && (
        <i
          className={rows.way}
          style={{ left: at(Math.min(theirs, guess)), right: `calc(100% - ${at(Math.max(theirs, guess))})` }}
        />
      )}
      {theirs !== null && (
        <i className={rows.at} style={{ left: at(theirs) }}>
          <InlineTruth size="1.125rem" />
        </i>
      )}
      {isOpen && need.customers && theirs === null && (
        <i className={rows.at} style={{ left: '100%' }}>
          <InlineUnknown size="1.125rem" />
        </i>
      )}
      {guess !== null && (
        <i className={rows.at} style={{ left: at(guess) }}>
          <InlineGuess size="1.125rem" />
        </i>
      )}
    </span>
  )
}
