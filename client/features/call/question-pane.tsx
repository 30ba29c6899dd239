/** One question, its probes, and what they say to it. The answer is made when the question is first looked at. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDerived, useRow, useRows, useSession, useSingle } from '#client/session/hooks.ts'
import type from '#client/ui/type.module.css'
import { versionInForce } from '#shared/board/guide-wording.ts'
import { guide, guideChanges } from '#shared/board/schema.ts'
import { answersTo, openAnswer } from '#shared/interviews/answer-edits.ts'
import { isOnCall, startCall } from '#shared/interviews/interview-edits.ts'
import { answers, interviews } from '#shared/interviews/schema.ts'
import styles from './call-page.module.css'
import { Note } from './note.tsx'
import { OwnNames } from './own-names.tsx'
import type { AskedQuestion } from './use-questions.ts'

interface QuestionPaneProps {
  readonly interviewId: string
  readonly question: AskedQuestion
}

export function QuestionPane({ interviewId, question }: QuestionPaneProps) {
  const { t } = useTranslation('call')
  const session = useSession()
  const answerId = useAnswer(interviewId, question.id)
  const others = useDerived(answers, (all) =>
    answersTo(all, interviewId, question.id)
      .filter((answer) => answer.id !== answerId && answer.text !== '')
      .map(({ id }) => id),
  )
  const interview = useRow(interviews, interviewId)
  const start = () => {
    if (!interview || isOnCall(interview) || interview.startedAt !== null || interview.minutes !== null)
      return
    session.followInterviews(startCall, { id: interviewId })
  }
  const label = t('note.label', { question: question.text })
  return (
    <>
      <h2 className={styles.title}>{question.text}</h2>
      {question.probes.map((probe) => (
        <p key={probe} className={styles.probe}>
          {probe}
        </p>
      ))}
      {answerId !== null && (
        <Note
          key={answerId}
          answerId={answerId}
          interviewId={interviewId}
          label={label}
          isFirst
          onTyped={start}
        />
      )}
      {answerId !== null && <OwnNames interviewId={interviewId} answerId={answerId} />}
      {others.map((id) => (
        <section key={id} className={styles.another}>
          <h3 className={type.section}>{t('note.another')}</h3>
          <Note answerId={id} interviewId={interviewId} label={label} isFirst={false} onTyped={start} />
        </section>
      ))}
    </>
  )
}

/** The answer that is typed into: the same one for as long as the question is open, whatever comes from others. */
function useAnswer(interviewId: string, questionId: string): string | null {
  const session = useSession()
  const changes = useRows(guideChanges)
  const guideVersion = versionInForce(useSingle(guide).version, changes)
  const [chosen, setChosen] = useState<string | null>(null)
  const version = useRef(guideVersion)
  version.current = guideVersion
  const isThere = useRow(answers, chosen ?? '') !== undefined
  const first = useDerived(answers, (all) => answersTo(all, interviewId, questionId)[0]?.id ?? null)
  useEffect(() => {
    if (chosen !== null && isThere) return
    if (!session.mayEditInterviews) setChosen(first)
    else
      setChosen(
        session.followInterviews(openAnswer, { interviewId, questionId, guideVersion: version.current }),
      )
  }, [session, interviewId, questionId, chosen, isThere, first])
  return chosen
}
