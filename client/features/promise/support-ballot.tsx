/** How far one supports each draft, 1 to 5, in secret (R064). */
import { useTranslation } from 'react-i18next'
import { Choices } from '#client/features/promise/choices.tsx'
import type { BallotForm } from '#client/round/ballot-form.tsx'
import { ownOrder } from '#client/round/own-order.ts'
import { PlainBallot } from '#client/round/plain-ballot.tsx'
import { useSession } from '#client/session/hooks.ts'
import typography from '#client/ui/type.module.css'

const steps = [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }))

export function SupportBallot({ round, ballot, onChange, onSeal, frame }: BallotForm<'support'>) {
  const { t } = useTranslation('promise')
  const { seatId } = useSession()
  const given: Readonly<Record<string, number>> = ballot?.support ?? {}
  const count = Object.keys(given).length
  return (
    <PlainBallot
      title={t('support.question')}
      lead={t('support.lead')}
      frame={frame}
      state={t('support.state', { count, all: round.subjects.length })}
      maySeal={count > 0}
      onSeal={() => onSeal()}
    >
      {ownOrder(round.subjects, seatId, round.id).map(({ id, title }) => (
        <Choices
          key={id}
          legend={t('support.legend', { draft: title })}
          title={title}
          options={steps}
          chosen={given[id] ?? null}
          onChoose={(value) => onChange({ support: { ...given, [id]: value } })}
        />
      ))}
      <p className={typography.meta}>{t('support.ends')}</p>
    </PlainBallot>
  )
}
