/** The need the room talks about at this beat: verdict in words, how many gave more or less, and two quotes. */
import '@fontsource-variable/source-serif-4/wght-italic.css'
import { useTranslation } from 'react-i18next'
import { type GapModel, type GapRow, hasPointsOfTheirs } from '#client/features/reality/gap-model.ts'
import { singleWords, sizeWords } from '#client/features/reality/reality-words.ts'
import type { SaidWords } from '#client/features/reality/use-quotes.ts'
import typography from '#client/ui/type.module.css'
import { shareWords, verdictWords } from '#shared/reality/words.ts'
import styles from './reality.module.css'
import words from './words.module.css'

const QUOTES = 2

export function TalkAbout(props: {
  readonly row: GapRow
  readonly model: GapModel
  readonly said: readonly SaidWords[]
}) {
  const { row, model, said } = props
  const { t } = useTranslation('reality')
  const quotes = said.filter(({ needIds }) => needIds.includes(row.needId)).slice(0, QUOTES)
  return (
    <section className={styles.talk} aria-live="polite">
      <h2 className={typography.section}>
        {t('beats.talk')}: {row.title}
      </h2>
      <p>{verdictOf()}</p>
      {quotes.map((quote) => (
        <figure key={quote.id} className={words.quote}>
          <blockquote>{quote.text}</blockquote>
          <figcaption>{quote.who}</figcaption>
        </figure>
      ))}
      <p className={typography.meta}>{t('beats.ask')}</p>
    </section>
  )

  function verdictOf(): string {
    if (row.kind === 'overlooked')
      return t(hasPointsOfTheirs(row) ? 'beats.talkOverlooked' : 'beats.talkNamed', {
        share: shareWords(row.raisedBy, model.asked),
      })
    if (row.places === null) return row.values.length === 0 ? '' : singleWords(row)
    const verdict = verdictWords(row.verdict)
    const size = sizeWords(row)
    const { above, below } = row
    return size === null
      ? t('beats.talkWords', { verdict, above, below })
      : t('beats.talkAbout', { size, verdict, above, below, count: model.n })
  }
}
