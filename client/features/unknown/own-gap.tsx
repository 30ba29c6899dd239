/** "We do not know …": a line anybody may add, in their own words. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { raiseGaps } from '#shared/board/gap-edits.ts'
import styles from './unknown.module.css'

/** With the words before it, as long as a gap may be. */
const LONGEST = 280

export function OwnGap() {
  const { t } = useTranslation('unknown')
  const session = useSession()
  const [what, setWhat] = useState('')
  const add = () => {
    if (what.trim() === '') return
    const text = t('own.text', { what: what.trim() })
    session.edit(raiseGaps, [{ unknown: null, text, question: '', raisedByCount: 1, ownerSeatId: null }])
    setWhat('')
  }
  return (
    <form
      className={styles.own}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextField
        label={t('own.label')}
        placeholder={t('own.placeholder')}
        hint={t('own.hint')}
        maxLength={LONGEST}
        value={what}
        onChange={setWhat}
      />
      <Button type="submit" notYet={what.trim() === ''}>
        {t('own.add')}
      </Button>
    </form>
  )
}
