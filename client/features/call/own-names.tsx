/** Says so when a note holds the customer's own name or firm: a pseudonym belongs there (method C12). */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRow, useSession } from '#client/session/hooks.ts'
import { ownNamesIn } from '#shared/interviews/name-warning.ts'
import { answers, interviews } from '#shared/interviews/schema.ts'
import styles from './note.module.css'

interface Own {
  readonly name: string
  readonly firm: string
}

export function OwnNames({ interviewId, answerId }: { interviewId: string; answerId: string }) {
  const { t } = useTranslation('call')
  const own = useOwn(interviewId)
  const answer = useRow(answers, answerId)
  const words = own && answer ? ownNamesIn(answer.text, own).map((found) => found.words) : []
  const names = [...new Set(words)].join(', ')
  return (
    <p className={styles.names} role="status">
      {names !== '' && t('note.names', { names })}
    </p>
  )
}

/** Who the pseudonym is, asked of the vault anew when something is kept there; null while nothing is known. */
function useOwn(interviewId: string): Own | null {
  const session = useSession()
  const ref = useRow(interviews, interviewId)?.identityRef ?? ''
  const [own, setOwn] = useState<Own | null>(null)
  useEffect(() => {
    setOwn(null)
    if (ref === '' || !session.mayEditInterviews) return
    let isStale = false
    void session.command('readIdentity', { params: { interviewId } }).then((answer) => {
      if (!isStale && answer.ok) setOwn(answer.reply.identity)
    })
    return () => {
      isStale = true
    }
  }, [session, interviewId, ref])
  return own
}
