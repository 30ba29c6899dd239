/** What a column can hold in this workshop, in groups, for a list to choose from. */
import { useTranslation } from 'react-i18next'
import { useRows } from '#client/session/hooks.ts'
import { guideQuestions, needs, options } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { type Target, type TargetName, targetKey } from '#shared/intake/targets.ts'
import { proposals } from '#shared/interviews/schema.ts'

export interface TargetChoice {
  readonly key: string
  readonly label: string
  readonly target: Target
}

export interface TargetGroup {
  readonly label: string
  readonly choices: readonly TargetChoice[]
}

const interview = [
  'pseudonym',
  'date',
  'mode',
  'minutes',
  'interviewer',
  'source',
  'startedAt',
  'endedAt',
  'mergedInto',
  'unaidedTopNeed',
  'missingNeeds',
  'notAsked',
  'guideVersion',
  'themes',
  'quotes',
  'personNote',
  'businessNote',
  'otherInterests',
] as const
const person = [
  'role',
  'trade',
  'staff',
  'sites',
  'buyingRole',
  'yearsAsCustomer',
  'wonOrLost',
  'firstHand',
  'triggerToFirstContact',
  'firstContactToSignature',
] as const
const consent = [
  'consentNotes',
  'consentRecording',
  'consentQuotesInside',
  'consentQuotesOutside',
  'consentGivenOn',
  'consentDates',
  'withdrawnOn',
  'withdrawnScope',
  'deleteRecordingAfter',
  'deleteIdentityAfter',
] as const

type SimpleTarget =
  | (typeof interview | typeof person | typeof consent)[number]
  | 'weightsStatus'
  | 'weightsReason'

const choice = (label: string, target: Target): TargetChoice => ({ key: targetKey(target), label, target })

/** Needs that can be named: those of the board and those customers raised. */
export function useNamedNeeds(): readonly { readonly id: string; readonly name: string }[] {
  const raised = useRows(proposals).filter(({ kind }) => kind === 'need')
  const known = useRows(needs).filter(({ binned }) => binned === null)
  return [
    ...[...known].sort(byOrder).map(({ id, short }) => ({ id, name: short })),
    ...[...raised].sort(byOrder).map(({ id, title }) => ({ id, name: title })),
  ]
}

export function useTargets(): readonly TargetGroup[] {
  const { t } = useTranslation('intake')
  const allNeeds = useNamedNeeds()
  const raised = useRows(proposals).filter(({ kind }) => kind === 'option')
  const allOptions = [
    ...[...useRows(options)].sort(byOrder),
    ...[...raised].sort(byOrder).map(({ id, title }) => ({ id, name: title })),
  ]
  const questions = [...useRows(guideQuestions)].filter(({ binned }) => binned === null).sort(byOrder)
  const simple = (names: readonly SimpleTarget[]) => names.map((to) => choice(t(`targets.${to}`), { to }))
  const ofQuestions = (to: TargetName) =>
    questions.map(({ id, text }) => choice(text, { to, questionId: id }))
  return [
    { label: t('columns.groups.interview'), choices: simple(interview) },
    { label: t('columns.groups.person'), choices: simple(person) },
    {
      label: t('columns.groups.answers'),
      choices: [choice(t('columns.noQuestion'), { to: 'answer', questionId: '' }), ...ofQuestions('answer')],
    },
    {
      label: t('columns.groups.points'),
      choices: [
        ...allNeeds.map(({ id, name }) => choice(name, { to: 'weight', needId: id })),
        ...simple(['weightsStatus', 'weightsReason']),
      ],
    },
    {
      label: t('columns.groups.marks'),
      choices: allOptions.flatMap((option) =>
        allNeeds.map((need) =>
          choice(`${option.name}: ${need.name}`, { to: 'mark', optionId: option.id, needId: need.id }),
        ),
      ),
    },
    {
      label: t('columns.groups.basis'),
      choices: allOptions.map(({ id, name }) => choice(name, { to: 'basis', optionId: id })),
    },
    { label: t('columns.groups.consent'), choices: simple(consent) },
    { label: t('columns.groups.stages'), choices: ofQuestions('answerStage') },
  ].filter(({ choices }) => choices.length > 0)
}
