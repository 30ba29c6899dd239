/** "That can't be right": an objection to what customers said becomes a gap and a question for the next calls. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import typography from '#client/ui/type.module.css'
import { raiseGaps } from '#shared/board/gap-edits.ts'
import styles from './objection-box.module.css'

export function ObjectionBox(props: {
  /** What it asks: what cannot be right, or what somebody knows that customers did not say. */
  readonly about?: 'objection' | 'known'
  /** Words written before, on this device. */
  readonly begun?: string
}) {
  const { about = 'objection', begun = '' } = props
  const { t } = useTranslation('vote')
  const session = useSession()
  const [text, setText] = useState(begun)
  const [question, setQuestion] = useState('')
  const [said, setSaid] = useState('')
  const isReady = text.trim() !== '' && question.trim() !== ''
  return (
    <form
      className={styles.box}
      aria-label={t(`${about}.title`)}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReady) return
        const asked = question.trim()
        session.edit(raiseGaps, [
          { unknown: null, text: text.trim(), question: asked, raisedByCount: 1, ownerSeatId: null },
        ])
        setSaid(t('objection.added', { question: asked }))
        setText('')
        setQuestion('')
      }}
    >
      <h2 className={typography.section}>{t(`${about}.title`)}</h2>
      <p className={typography.meta}>{t(`${about}.lead`)}</p>
      <TextField
        label={t(`${about}.what`)}
        placeholder={t(`${about}.placeholder`)}
        value={text}
        maxLength={300}
        onChange={setText}
      />
      <TextField
        label={t('objection.question')}
        placeholder={t('objection.questionPlaceholder')}
        value={question}
        maxLength={500}
        onChange={setQuestion}
      />
      <Button type="submit" notYet={!isReady && t('objection.notYet')}>
        {t('objection.add')}
      </Button>
      <p className={typography.meta} role="status">
        {said}
      </p>
    </form>
  )
}
