/** Whether each draft is true today, by those who deliver it (R065). An empty ballot is a full answer: "I deliver none of it". */
import { useTranslation } from 'react-i18next'
import { Choices } from '#client/features/promise/choices.tsx'
import type { BallotForm } from '#client/round/ballot-form.tsx'
import { PlainBallot } from '#client/round/plain-ballot.tsx'

const answers = ['yes', 'partly', 'no'] as const
type Answer = (typeof answers)[number] | 'notMine'

export function TruthBallot({ round, ballot, onChange, onSeal, frame }: BallotForm<'truth'>) {
  const { t } = useTranslation('promise')
  const given: Readonly<Record<string, (typeof answers)[number]>> = ballot?.trueToday ?? {}
  const count = Object.keys(given).length
  const say = (id: string, answer: Answer) => {
    const { [id]: _before, ...others } = given
    onChange({ trueToday: answer === 'notMine' ? others : { ...others, [id]: answer } })
  }
  return (
    <PlainBallot
      title={t('truth.question')}
      lead={t('truth.lead')}
      frame={frame}
      state={t('truth.state', { count, all: round.subjects.length })}
      maySeal
      onSeal={() => (ballot === null ? onSeal({ trueToday: {} }) : onSeal())}
    >
      {round.subjects.map(({ id, title }) => (
        <Choices<Answer>
          key={id}
          legend={t('truth.legend', { draft: title })}
          title={title}
          options={[...answers, 'notMine' as const].map((value) => ({ value, label: t(`truth.${value}`) }))}
          chosen={given[id] ?? 'notMine'}
          onChoose={(answer) => say(id, answer)}
        />
      ))}
    </PlainBallot>
  )
}
