/**
 * A sheet for sales: what buyers ask at one stage, what settles it, whom to bring in. Knows no session and no kit, so it
 * is the same in a workshop, on the page of a result link and on paper. Its words come with the sheet
 * (`stageSheets(report)` of `shared/report/stage-sheet.ts`).
 */
import { useId } from 'react'
import { GuessMark, TruthMark, UnknownMark } from '#client/ui/marks.tsx'
import { linkTarget } from '#shared/document/web-address.ts'
import { sheetWords } from '#shared/report/sheet-words.ts'
import type { StageSheet as Sheet, SheetAnswer, SheetAsk } from '#shared/report/stage-sheet.ts'
import styles from './stage-sheet.module.css'

interface SheetProps {
  readonly sheet: Sheet
  /** On paper everything is smaller and stands on one page; the sheet must be fitted to it. */
  readonly isPaper?: boolean
}

export function StageSheet({ sheet, isPaper = false }: SheetProps) {
  const id = useId()
  const { asks, worries, more, does, next, quotes } = sheet
  return (
    <article className={`${styles.sheet} ${isPaper ? styles.paper : styles.screen}`} aria-labelledby={id}>
      <p className={styles.kicker}>
        {[sheetWords.title, sheet.phase, sheet.counts].filter((one) => one !== '').join(' · ')}
      </p>
      <h2 id={id} className={styles.name} dir="auto">
        {sheet.number}. {sheet.name}
      </h2>
      <dl className={styles.about}>
        <dt>{sheetWords.whoIsIn}</dt>
        <dd dir="auto">
          {sheet.whoIsIn.length === 0 ? sheetWords.whoIsInUnknown : sheet.whoIsIn.join(', ')}
        </dd>
        <dt>{sheetWords.endsWhen}</dt>
        <dd dir="auto">{sheet.endsWhen === '' ? sheetWords.endsWhenUnknown : sheet.endsWhen}</dd>
      </dl>
      {sheet.note !== '' && <p className={styles.note}>{sheet.note}</p>}
      <section>
        <h3>{sheetWords.asks}</h3>
        {asks.length === 0 && more === '' && (
          <p className={styles.without}>
            <Mark of="unknown" />
            {sheetWords.nothingAsked}
          </p>
        )}
        <ol className={styles.asks}>
          {asks.map((ask) => (
            <Asked key={ask.id} ask={ask} isPaper={isPaper} />
          ))}
        </ol>
        {more !== '' && <p className={styles.note}>{more}</p>}
      </section>
      {worries.length > 0 && (
        <section>
          <h3>{sheetWords.worries}</h3>
          <ul className={styles.lines}>
            {worries.map(({ id: key, text, said, whose }) => (
              <li key={key}>
                <Mark of={whose} />
                <span dir="auto" data-whose={whose}>
                  {text} <small>{said}</small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Lines heading={sheetWords.does} of={does} />
      <Lines heading={sheetWords.next} of={next} />
      {quotes.length > 0 && (
        <section>
          <h3>{sheetWords.quotes}</h3>
          {quotes.map(({ id: key, text, by }) => (
            <figure key={key} className={styles.quote}>
              <blockquote dir="auto">“{text}”</blockquote>
              <figcaption>{by}</figcaption>
            </figure>
          ))}
        </section>
      )}
      <p className={styles.source} dir="auto">
        {sheet.source}
      </p>
    </article>
  )
}

function Asked({ ask, isPaper }: { readonly ask: SheetAsk; readonly isPaper: boolean }) {
  const { text, whose, facts, without, answers, moreAnswers } = ask
  return (
    <li>
      <div className={styles.ask}>
        <Mark of={whose} />
        <div>
          <p dir="auto" data-whose={whose}>
            {text}
          </p>
          <p className={styles.facts}>{facts}</p>
        </div>
      </div>
      <div className={styles.answers}>
        {without !== '' && (
          <p className={styles.without}>
            <Mark of="unknown" />
            {without}
          </p>
        )}
        {answers.map((answer) => (
          <Answer key={answer.id} answer={answer} isPaper={isPaper} />
        ))}
        {moreAnswers !== '' && <p className={styles.facts}>{moreAnswers}</p>}
      </div>
    </li>
  )
}

function Answer({ answer, isPaper }: { readonly answer: SheetAnswer; readonly isPaper: boolean }) {
  const { text, worth, facts, link, bringIn } = answer
  const address = isPaper ? null : linkTarget(link)
  return (
    <div data-worth={worth}>
      <p className={styles.answer} dir="auto">
        {text}
      </p>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      {link !== '' && <p className={styles.link}>{address === null ? link : <a href={address}>{link}</a>}</p>}
      {bringIn !== '' && <p className={styles.who}>{sheetWords.bringIn(bringIn)}</p>}
    </div>
  )
}

function Lines({ heading, of }: { readonly heading: string; readonly of: readonly string[] }) {
  if (of.length === 0) return null
  return (
    <section>
      <h3>{heading}</h3>
      <ul className={styles.lines}>
        {of.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id, and two may be the same
          <li key={index} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Told apart by its fill alone, so also on a printer without colours; what it means stands beside it in words. */
function Mark({ of }: { readonly of: 'customers' | 'guess' | 'unknown' }) {
  return (
    <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
      {of === 'customers' && <TruthMark cx={12} cy={12} r={10} />}
      {of === 'guess' && <GuessMark cx={12} cy={12} r={9} strokeWidth={2.5} />}
      {of === 'unknown' && <UnknownMark cx={12} cy={12} r={9} />}
    </svg>
  )
}
