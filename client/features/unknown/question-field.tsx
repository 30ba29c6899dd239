/** A question as it will be read out on the phone: written in place, kept on leaving as a version of the guide; never blank. */
import { useDraft } from '#client/lib/use-draft.ts'
import styles from './unknown.module.css'

/** As long as a question of the guide may be. */
const LONGEST = 500

export function QuestionField(props: {
  readonly label: string
  readonly question: string
  readonly placeholder?: string
  readonly onQuestion: (question: string) => void
}) {
  const { label, question, placeholder, onQuestion } = props
  const draft = useDraft(question, (words) => words.trim() !== '' && onQuestion(words.trim()), 'on-leaving')
  return (
    <textarea
      className={styles.question}
      aria-label={label}
      rows={2}
      maxLength={LONGEST}
      placeholder={placeholder}
      value={draft.value}
      onFocus={draft.onFocus}
      onBlur={draft.onBlur}
      onChange={(event) => draft.onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault()
          draft.onKeyDown(event)
          event.currentTarget.blur()
        }
      }}
    />
  )
}
