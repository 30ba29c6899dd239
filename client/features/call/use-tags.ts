/**
 * What words can be about, and saying so. While the envelope is sealed nothing new goes to the board: a proposal is made
 * among the interviews; once it is open, the board has it at once.
 */
import { useCallback, useMemo } from 'react'
import { useDerived, useRows, useSession, useSingle } from '#client/session/hooks.ts'
import { linkQuote } from '#shared/board/quote-links.ts'
import { addCard, addStage, liveStages, UNPLACED } from '#shared/board/roadmap-edits.ts'
import { addNeed, addOption } from '#shared/board/scene-edits.ts'
import { cards, needs, options, stages } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { tagWithProposal } from '#shared/interviews/proposal-edits.ts'
import { markWords, type Tag, tagQuote } from '#shared/interviews/quote-edits.ts'
import { proposals, quotes } from '#shared/interviews/schema.ts'
import { envelope } from '#shared/record/schema.ts'
import type { Choice, Subject, Taggable } from './tag-choices.ts'

const TREND = 'trend: '
const kindOf = {
  need: 'need',
  stage: 'stage',
  question: 'card',
  doubt: 'card',
  competitor: 'option',
} as const
const subjectOf = {
  need: 'need',
  stage: 'stage',
  question: 'question',
  skepticism: 'doubt',
  option: 'competitor',
} as const

export function useTaggables(): readonly Taggable[] {
  const onBoard = useBoardTaggables()
  const proposed = useRows(proposals)
  const words = useDerived(quotes, (all) => [...new Set(all.flatMap(({ tags }) => tags))].sort())
  return useMemo(() => {
    const known = new Set(onBoard.map(({ tag }) => tag.ref))
    const waiting = proposed
      .filter(({ id }) => !known.has(id))
      .sort(byOrder)
      .map(({ id, kind, title }): Taggable => {
        const subject = subjectOf[kind]
        return { subject, tag: { kind: kindOf[subject], ref: id }, label: title }
      })
    return [...onBoard, ...waiting, ...words.map(taggableWord)]
  }, [onBoard, proposed, words])
}

const taggableWord = (word: string): Taggable => ({
  subject: word.startsWith(TREND) ? 'trend' : 'word',
  tag: { kind: 'word', ref: word },
  label: word.startsWith(TREND) ? word.slice(TREND.length) : word,
})

function useBoardTaggables(): readonly Taggable[] {
  const ofNeeds = useDerived(needs, (all) =>
    all
      .filter(({ binned }) => binned === null)
      .sort(byOrder)
      .map(({ id, short }): Taggable => ({ subject: 'need', tag: { kind: 'need', ref: id }, label: short })),
  )
  const ofStages = useDerived(stages, (all) =>
    liveStages(all).map(
      ({ id, name }, index): Taggable => ({
        subject: 'stage',
        tag: { kind: 'stage', ref: id },
        label: `${index + 1} ${name}`,
      }),
    ),
  )
  const ofCards = useDerived(cards, (all) =>
    all
      .filter(({ binned, place }) => !binned && (place.lane === 'question' || place.lane === 'skepticism'))
      .map(
        ({ id, text, place }): Taggable => ({
          subject: place.lane === 'question' ? 'question' : 'doubt',
          tag: { kind: 'card', ref: id },
          label: text,
        }),
      ),
  )
  const ofOptions = useDerived(options, (all) =>
    all
      .filter(({ kind }) => kind !== 'us')
      .sort(byOrder)
      .map(
        ({ id, name }): Taggable => ({
          subject: 'competitor',
          tag: { kind: 'option', ref: id },
          label: name,
        }),
      ),
  )
  return useMemo(
    () => [...ofNeeds, ...ofStages, ...ofCards, ...ofOptions],
    [ofNeeds, ofStages, ofCards, ofOptions],
  )
}

/** Words of an answer, or a quote that is there. */
export type TagTarget =
  | { readonly quoteId: string }
  | { readonly answerId: string; readonly from: number; readonly to: number }

/** Says what words are about, or takes it back when `isOn` is false. Answers the quote's id. */
export function useTagging(interviewId: string) {
  const session = useSession()
  const isOpen = useSingle(envelope).openedAt !== null
  return useCallback(
    (target: TagTarget, choice: Choice, isOn = true): string | null => {
      const id = 'quoteId' in target ? target.quoteId : session.editInterviews(markWords, target)
      if (id === null) return null
      const link = (tag: Tag) => {
        session.editInterviews(tagQuote, { id, tag, isOn })
        if (isOpen && tag.kind === 'card') {
          session.edit(linkQuote, { cardId: tag.ref, quoteId: id, interviewId, isOn })
        }
      }
      if (choice.is === 'record') link(choice.record.tag)
      else if (choice.subject === 'word') link({ kind: 'word', ref: choice.title })
      else if (choice.subject === 'trend') link({ kind: 'word', ref: `${TREND}${choice.title}` })
      else if (isOpen)
        link({ kind: kindOf[choice.subject], ref: onBoard(session, choice.subject, choice.title) })
      else {
        const kind = proposalKinds[choice.subject]
        session.editInterviews(tagWithProposal, { quoteId: id, kind, title: choice.title })
      }
      return id
    },
    [session, isOpen, interviewId],
  )
}

const proposalKinds = {
  need: 'need',
  stage: 'stage',
  question: 'question',
  doubt: 'skepticism',
  competitor: 'option',
} as const

function onBoard(
  session: ReturnType<typeof useSession>,
  subject: Exclude<Subject, 'word' | 'trend'>,
  title: string,
): string {
  switch (subject) {
    case 'need':
      return session.edit(addNeed, {
        short: title,
        values: { status: 'proposed_by_customers', source: 'customers' },
      })
    case 'stage':
      return session.edit(addStage, { name: title })
    case 'competitor':
      return session.edit(addOption, { name: title, kind: 'competitor' })
    default: {
      const lane = subject === 'question' ? 'question' : 'skepticism'
      return session.edit(addCard, { stageId: UNPLACED, lane, text: title })
    }
  }
}
