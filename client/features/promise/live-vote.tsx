/** A vote of this page while it runs: ballot, wait, paper ballots. Once revealed, the page shows what came out. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CategoryBallot } from '#client/features/promise/category-ballot.tsx'
import { CharacteristicBallot } from '#client/features/promise/characteristic-ballot.tsx'
import { SupportBallot } from '#client/features/promise/support-ballot.tsx'
import { TruthBallot } from '#client/features/promise/truth-ballot.tsx'
import { type BallotForm, VoteInSecret, VoteOnPaper } from '#client/round/ballot-form.tsx'
import { RoundPage } from '#client/round/round-page.tsx'
import { buyingCategories } from '#shared/board/schema.ts'
import type { Subject } from '#shared/rounds/kind.ts'

export const liveKinds = ['support', 'truth', 'category', 'characteristic'] as const
export type LiveKind = (typeof liveKinds)[number]

export function LiveVote({ kind }: { readonly kind: LiveKind }) {
  const { t } = useTranslation('promise')
  const names = buyingCategories.map((id) => ({ id, title: t(`category.names.${id}`) }))
  switch (kind) {
    case 'support':
      return (
        <Vote
          kind="support"
          question={t('support.question')}
          meanwhile={t('support.meanwhile')}
          column={t('support.column')}
          form={(form) => <SupportBallot {...form} />}
        />
      )
    case 'truth':
      return (
        <Vote
          kind="truth"
          question={t('truth.question')}
          meanwhile={t('truth.meanwhile')}
          column={t('truth.column')}
          form={(form) => <TruthBallot {...form} />}
        />
      )
    case 'category':
      return (
        <Vote
          kind="category"
          question={t('category.question')}
          meanwhile={t('category.meanwhile')}
          column={t('one.column')}
          rows={names}
          form={(form) => <CategoryBallot {...form} />}
        />
      )
    case 'characteristic':
      return (
        <Vote
          kind="characteristic"
          question={t('one.question')}
          meanwhile={t('one.meanwhile')}
          column={t('one.column')}
          form={(form) => <CharacteristicBallot {...form} />}
        />
      )
  }
}

function Vote<K extends LiveKind>(props: {
  readonly kind: K
  readonly question: string
  readonly meanwhile: string
  /** What is written beside each row of a paper ballot. */
  readonly column: string
  /** Rows of the paper ballot where the round has no subjects. */
  readonly rows?: readonly Subject[]
  readonly form: (form: BallotForm<K>) => ReactNode
}) {
  const { kind, question, meanwhile, column, rows, form } = props
  const { t } = useTranslation('vote')
  return (
    <RoundPage
      kind={kind}
      question={question}
      meanwhile={meanwhile}
      setup={null}
      ballot={(round) => (
        <VoteInSecret key={round.id} round={round}>
          {form}
        </VoteInSecret>
      )}
      // The page itself shows what was revealed; this one is there only while a vote runs.
      revealed={() => null}
      paper={{
        printed: ({ subjects }) => ({
          title: question,
          lead: t('paperLead'),
          rows: rows ?? subjects,
          columns: [{ id: 'answer', title: column }],
          ticks: kind === 'characteristic' ? [t('abstain')] : [],
          scale: '',
        }),
        sheet: (round, seat, onClose) => (
          <VoteOnPaper key={seat.id} round={round} seat={seat} onClose={onClose}>
            {form}
          </VoteOnPaper>
        ),
      }}
      again=""
      openAgain={() => null}
    />
  )
}
