/** The questions: answered in ink, the one in hand highlighted, skipped ones hatched so that one comes back to them. */
import Check from 'lucide-react/icons/check'
import { useTranslation } from 'react-i18next'
import { Icon } from '#client/ui/icon.tsx'
import type from '#client/ui/type.module.css'
import styles from './question-list.module.css'
import type { AskedQuestion } from './use-questions.ts'

export function QuestionList(props: {
  readonly questions: readonly AskedQuestion[]
  readonly at: string | undefined
  readonly onGo: (id: string) => void
}) {
  const { questions, at, onGo } = props
  const { t } = useTranslation('call')
  return (
    <nav className={styles.questions} aria-label={t('questions.title')}>
      <ol>
        {questions.map(({ id, number, text, status }) => {
          const isCurrent = id === at
          return (
            <li key={id}>
              <button
                type="button"
                className={`${styles.question} ${styles[status] ?? ''} ${isCurrent ? styles.current : ''}`}
                aria-current={isCurrent ? 'step' : undefined}
                onClick={() => onGo(id)}
              >
                <i className={styles.mark} aria-hidden="true">
                  {status === 'answered' && !isCurrent ? (
                    <Icon of={Check} size="0.75rem" />
                  ) : status === 'skipped' && !isCurrent ? (
                    '?'
                  ) : (
                    number
                  )}
                </i>
                <span>
                  {text}
                  {status === 'answered' && <span className={type.hidden}> {t('questions.answered')}</span>}
                  {status === 'skipped' && !isCurrent && (
                    <small className={styles.note}>{t('questions.skippedNote')}</small>
                  )}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
