/** Their words that stand in no line of the note: from a file, or deleted from it since. Nothing of them is lost. */
import { useTranslation } from 'react-i18next'
import { useSession } from '#client/session/hooks.ts'
import type { Marked } from '#client/session/note-editor.ts'
import { Button } from '#client/ui/button.tsx'
import type from '#client/ui/type.module.css'
import { unmarkWords } from '#shared/interviews/quote-edits.ts'
import styles from './note.module.css'
import type { TagWords } from './use-tag-words.ts'

export function LooseQuotes({
  marks,
  words,
}: {
  readonly marks: readonly Marked[]
  readonly words: TagWords
}) {
  const { t } = useTranslation('call')
  const session = useSession()
  const loose = marks.filter(({ place }) => place === null)
  if (loose.length === 0) return null
  return (
    <section className={styles.apart} aria-label={t('loose.title')}>
      <h2 className={type.section}>{t('loose.title')}</h2>
      <ul>
        {loose.map(({ quote, isGone }) => (
          <li key={quote.id} className={isGone ? styles.gone : undefined}>
            <p className={styles.quote}>“{quote.text}”</p>
            {isGone && <p className={styles.goneWords}>{t('loose.gone')}</p>}
            <div className={styles.row}>
              {words(quote).map(({ label }) => (
                <span key={label} className={styles.chip}>
                  {label}
                </span>
              ))}
              {isGone && session.mayEditInterviews && (
                <Button
                  kind="quiet"
                  size="small"
                  onClick={() => session.editInterviews(unmarkWords, { id: quote.id })}
                >
                  {t('loose.remove')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
