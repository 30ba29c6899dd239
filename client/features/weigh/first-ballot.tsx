/**
 * "Start from my first ballot" (SC-10a): offered on an empty ballot of a later round, to its owner alone. Nothing is
 * filled in unasked, and "Clear" takes it away again.
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { startFrom } from '#client/features/weigh/ballot-value.ts'
import { useProblemText } from '#client/lib/problem-text.ts'
import { type RoundOf, useRounds, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import { roundKinds } from '#shared/rounds/kinds.ts'
import type { WeightsBallot } from '#shared/rounds/weights.ts'

export function FirstBallot(props: {
  readonly round: RoundOf<'weights'>
  readonly isEmpty: boolean
  readonly onStart: (ballot: WeightsBallot) => void
}) {
  const { round, isEmpty, onStart } = props
  const { t } = useTranslation('secondLook')
  const session = useSession()
  const problemText = useProblemText()
  const [refusal, setRefusal] = useState('')
  const [hasStarted, setStarted] = useState(false)
  const earlier = useRounds('weights').findLast(
    ({ number, status }) => number < round.number && status === 'revealed',
  )
  if (!earlier || earlier.missing.includes(session.seatId)) return null

  const start = async () => {
    const answer = await session.command('readBallot', { params: { roundId: earlier.id } })
    if (!answer.ok) return setRefusal(problemText(answer.problem))
    const first = roundKinds.weights.ballot.safeParse(answer.reply.ballot)
    if (!first.success || !answer.reply.sealed)
      return setRefusal(t('start.noBallot', { number: earlier.number }))
    if (first.data.abstained) return setRefusal(t('start.didNotKnow', { number: earlier.number }))
    onStart(startFrom(first.data, round.subjects))
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
