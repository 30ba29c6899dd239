/**
 * Which questions an interview was asked, and in which words: the guide as it stood at a version, and what people who
 * did not buy are asked instead (method E1).
 */
import { guideTemplate } from '#shared/board/guide-template.ts'
import type { GuideChange, GuideQuestion } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'

/** The version of the guide in force: what an answer given now remembers. */
export const versionInForce = (
  guideVersion: number,
  changes: readonly Pick<GuideChange, 'version'>[],
): number => changes.reduce((most, { version }) => Math.max(most, version), guideVersion)

/** The question's words at that version of the guide: those before the first change that came after it. */
export function wordingAt(
  question: Pick<GuideQuestion, 'id' | 'text'>,
  version: number,
  changes: readonly Pick<GuideChange, 'version' | 'questionId' | 'wording'>[],
): string {
  return (
    firstAfter(
      changes.filter(({ questionId, wording }) => questionId === question.id && wording !== ''),
      version,
    )?.wording ?? question.text
  )
}

/** The questions of the guide now, in order. */
export const liveQuestions = (questions: readonly GuideQuestion[]): readonly GuideQuestion[] =>
  questions.filter(({ binned }) => !binned).sort(byOrder)

/** The questions that the guide held at that version, in today's order. */
export function questionsAt(
  questions: readonly GuideQuestion[],
  changes: readonly GuideChange[],
  version: number,
): readonly GuideQuestion[] {
  return questions
    .filter((question) => {
      const later = firstAfter(
        changes.filter(({ questionId, what }) => questionId === question.id && isComing(what)),
        version,
      )
      return later ? later.what === 'removed' : !question.binned
    })
    .sort(byOrder)
}

/** What an empty guide begins with, as it will be on the board. */
export const usualQuestions: readonly GuideQuestion[] = guideTemplate.questions.map((question) => ({
  ...question,
  id: usualIdOf(question.theme),
  order: '',
  binned: null,
}))

/** Ids follow from the themes: two people who start the guide at one moment start the same one. */
function usualIdOf(theme: string): string {
  return `guide-${theme}`
}

type Asked = Pick<GuideQuestion, 'theme' | 'text'>

/** Questions as they are put to somebody who did not buy: two have other words, two fall away. */
export function askedOf<Q extends Asked>(
  questions: readonly Q[],
  wonOrLost: 'won' | 'lost' | 'left',
): readonly Q[] {
  if (wonOrLost !== 'lost') return questions
  return questions.flatMap((question) => {
    const instead = Object.hasOwn(guideTemplate.didNotBuy, question.theme)
      ? guideTemplate.didNotBuy[question.theme]
      : undefined
    if (instead === null) return []
    return [instead === undefined ? question : { ...question, text: instead }]
  })
}

const isComing = (what: string): boolean => what === 'added' || what === 'removed' || what === 'restored'

/** Of several changes with one version, made by people who did not know of each other, always the same one. */
function firstAfter<C extends { readonly version: number }>(
  changes: readonly C[],
  version: number,
): C | undefined {
  return changes
    .filter((change) => change.version > version)
    .sort((a, b) => a.version - b.version || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))[0]
}
