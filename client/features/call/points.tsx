/** Their 100 points. Any number is kept as it is typed; they count once they add up to 100. */
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useRow, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { Switch } from '#client/ui/switch.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import type from '#client/ui/type.module.css'
import { changeInterview } from '#shared/interviews/interview-edits.ts'
import { declinePoints, placedPoints, setPoints } from '#shared/interviews/number-edits.ts'
import { raiseNeed, takeBackNeed } from '#shared/interviews/proposal-edits.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { useFieldMoves } from './field-moves.ts'
import { NumberField } from './number-field.tsx'
import styles from './numbers.module.css'
import type { ShownNeed } from './shown-needs.ts'

interface PointsProps {
  readonly interviewId: string
  readonly needs: readonly ShownNeed[]
}

export function Points({ interviewId, needs }: PointsProps) {
  const { t } = useTranslation('call')
  const session = useSession()
  const interview = useRow(interviews, interviewId)
  const moves = useFieldMoves(1)
  if (!interview) return null
  const { points, status, reason } = interview.weights
  const placed = placedPoints(points)
  const isReadOnly = !session.mayEditInterviews
  return (
    <section className={styles.section} aria-label={t('points.title')}>
      <div className={styles.between}>
        <h2 className={type.section}>{t('points.title')}</h2>
        <p className={type.meta}>
          <Trans
            t={t}
            i18nKey="points.placed"
            values={{ placed }}
            components={{ b: <b className={placed === 100 ? styles.truth : styles.partial} /> }}
          />
        </p>
      </div>
      {needs.length === 0 && <p className={styles.quiet}>{t('points.noNeeds')}</p>}
      <div className={styles.points} data-numbers="points" ref={moves}>
        {needs.map(({ id, title, isRaised }) => (
          <div key={id} className={styles.point}>
            <span className={styles.need}>
              {title}
              {isRaised && (
                <small className={styles.raised}>
                  {t('points.raised')}
                  {!isReadOnly && !(id in points) && (
                    <button
                      type="button"
                      className={styles.remove}
                      aria-label={t('points.remove', { need: title })}
                      onClick={() => session.editInterviews(takeBackNeed, { interviewId, title })}
                    >
                      <Icon of={X} size="0.75rem" />
                    </button>
                  )}
                </small>
              )}
            </span>
            <NumberField
              label={t('points.of', { need: title })}
              value={points[id]}
              max={100}
              isReadOnly={isReadOnly}
              onChange={(value) =>
                session.editInterviews(setPoints, { interviewId, needId: id, points: value ?? null })
              }
            />
          </div>
        ))}
      </div>
      <p className={styles.quiet} role="status">
        {status === 'given' && placed < 100 && t('points.more', { count: 100 - placed })}
        {status === 'given' && placed > 100 && t('points.over', { count: placed - 100 })}
        {status === 'declined' && t('points.declinedNote')}
      </p>
      {!isReadOnly && <RaiseNeed interviewId={interviewId} />}
      {!isReadOnly && (
        <Switch
          checked={status === 'declined'}
          label={t('points.declined')}
          onChange={(isDeclined) => session.editInterviews(declinePoints, { interviewId, isDeclined })}
        />
      )}
      {status === 'declined' && (
        <TextField
          label={t('points.reason')}
          value={reason}
          readOnly={isReadOnly}
          maxLength={300}
          onChange={(next) =>
            session.editInterviews(declinePoints, { interviewId, isDeclined: true, reason: next })
          }
        />
      )}
      <label className={styles.select}>
        {t('points.unaided')}
        <select
          value={interview.unaidedTopNeedId ?? ''}
          disabled={isReadOnly}
          onChange={(event) =>
            session.editInterviews(changeInterview, {
              id: interviewId,
              changes: { unaidedTopNeedId: event.target.value || null },
            })
          }
        >
          <option value="">{t('points.unaidedNone')}</option>
          {needs.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
    </section>
  )
}

function RaiseNeed({ interviewId }: { readonly interviewId: string }) {
  const { t } = useTranslation('call')
  const session = useSession()
  const [title, setTitle] = useState<string | null>(null)
  if (title === null) {
    return (
      <div>
        <Button kind="quiet" size="small" className={styles.raise} onClick={() => setTitle('')}>
          <Icon of={Plus} />
          {t('points.raise')}
        </Button>
      </div>
    )
  }
  return (
    <form
      className={styles.raiseForm}
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim() !== '') session.editInterviews(raiseNeed, { interviewId, title })
        setTitle(null)
      }}
    >
      <TextField
        label={t('points.raiseLabel')}
        value={title}
        maxLength={60}
        autoFocus
        onChange={setTitle}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setTitle(null)
        }}
      />
      <Button type="submit" size="small">
        {t('points.raiseAdd')}
      </Button>
    </form>
  )
}
