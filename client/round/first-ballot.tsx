/**
 * "Start from my first ballot" (SC-10a): offered on an empty ballot of a later round, to its owner alone and only where
 * there is one. Nothing is filled in unasked, and it can be taken away again.
 */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import { readSealed } from '#client/round/sealed-ballot.ts'
import { type RoundOf, useRounds, useSession } from '#client/session/hooks.ts'
import type { BallotOf } from '#client/session/use-ballot.ts'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import type { RoundKindName } from '#shared/rounds/kinds.ts'

export function FirstBallot<K extends RoundKindName>(props: {
  readonly kind: K
  readonly round: RoundOf<K>
  readonly isEmpty: boolean
  readonly onStart: (first: BallotOf<K>) => void
}) {
  const { kind, round, isEmpty, onStart } = props
  const { t } = useTranslation('secondLook')
  const session = useSession()
  const problemText = useProblemText()
  const [refusal, setRefusal] = useState('')
  const [hasStarted, setStarted] = useState(false)
  const earlier = useRounds(kind).findLast(
    ({ number, status }) => number < round.number && status === 'revealed',
  )
  const earlierId = earlier?.id
  const [hasOne, setHasOne] = useState(false)
  useEffect(() => {
    if (earlierId === undefined) return
    let isStale = false
    // Where the server cannot say now, it is asked again on a press.
    void readSealed(session, kind, earlierId).then((first) => {
      if (!isStale) setHasOne(!('none' in first))
    })
    return () => {
      isStale = true
    }
  }, [session, kind, earlierId])
  if (!earlier || !hasOne) return null

  const start = async () => {
    const first = await readSealed(session, kind, earlier.id)
    if ('problem' in first) return setRefusal(problemText(first.problem))
    if ('none' in first) {
      return setRefusal(
        t(first.none === 'abstained' ? 'start.didNotKnow' : 'start.noBallot', { number: earlier.number }),
      )
    }
    onStart(first.ballot)
    setStarted(true)
  }
  return (
    <div>
      {isEmpty && (
        <Button size="small" onClick={() => void start()}>
          {t('start.button', { number: earlier.number })}
        </Button>
      )}
      <p className={typography.meta} role="status">
        {isEmpty
          ? refusal || t('start.onlyYou')
          : hasStarted && t('start.started', { number: earlier.number })}
      </p>
    </div>
  )
}
