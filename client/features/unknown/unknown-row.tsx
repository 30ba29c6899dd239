/** One thing we do not know: a hatched tag with the figure, the sentence, and the question that goes to a customer. */
import Phone from 'lucide-react/icons/phone'
import { useTranslation } from 'react-i18next'
import { QuestionField } from '#client/features/unknown/question-field.tsx'
import { wordsOf } from '#client/features/unknown/unknown-words.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import type { Unknown } from '#shared/rounds/unknowns.ts'
import styles from './unknown.module.css'

export function UnknownRow(props: {
  readonly unknown: Unknown
  /** The words it would be asked with. */
  readonly question: string
  readonly onQuestion: (question: string) => void
  readonly onAsk: () => void
  /** Once it is a gap: its question in the guide. */
  readonly raised: string | null
}) {
  const { unknown, question, onQuestion, onAsk, raised } = props
  const { t } = useTranslation('unknown')
  const { mayEditBoard } = useSession()
  const { unit, title, details } = wordsOf(t, unknown)
  return (
    <li className={styles.row}>
      <p className={styles.tag}>
        <span className={styles.tagWords}>
          <b>{unknown.count}</b> {unit}
        </span>
      </p>
      <div className={styles.what}>
        <h2 className={styles.rowTitle}>{title}</h2>
        {details.map((detail) => (
          <p key={detail} className={styles.detail}>
            {detail}
          </p>
        ))}
      </div>
      <div className={styles.ask}>
        <span className={styles.phone}>
          <Icon of={Phone} size="1.125rem" />
        </span>
        {mayEditBoard && raised === null ? (
          <>
            <QuestionField
              label={t('questionFor', { what: title })}
              question={question}
              onQuestion={onQuestion}
            />
            <Button size="small" aria-label={t('askAbout', { what: title })} onClick={onAsk}>
              {t('ask')}
            </Button>
          </>
        ) : (
          <p className={styles.questionRead}>{raised ?? question}</p>
        )}
        {raised !== null && <p className={styles.asked}>{t('asked')}</p>}
      </div>
    </li>
  )
}
