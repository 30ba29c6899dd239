/** The title of a need: said as something the customer can do, named in place by anyone, up to 60 characters. */
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { capitalised, questionFor } from '#client/features/needs/generic-words.ts'
import { useWall } from '#client/features/needs/wall-context.tsx'
import { useDraft } from '#client/lib/use-draft.ts'
import { useSession } from '#client/session/hooks.ts'
import { genericWord } from '#shared/board/generic-need.ts'
import { LONGEST_NEED } from '#shared/board/need-edits.ts'
import { changeNeed } from '#shared/board/scene-edits.ts'
import type { Need } from '#shared/board/schema.ts'
import styles from './wall.module.css'

export function NeedTitle({ need, hintsOn }: { readonly need: Need; readonly hintsOn: boolean }) {
  const { t } = useTranslation('needs')
  const { mayEdit } = useWall()
  const session = useSession()
  const [isWriting, setWriting] = useState(false)
  const draft = useDraft(need.short, (typed) => {
    const short = typed.trim()
    if (short !== '' && short !== need.short) session.edit(changeNeed, { id: need.id, changes: { short } })
  })
  const shown = need.short || need.statement || t('wall.untitled')
  const word = genericWord(need.short)
  const classes = `${styles.title} ${need.generic ? styles.keptGeneric : ''}`
  if (!mayEdit) return <h2 className={classes}>{shown}</h2>
  return (
    <>
      <h2 className={styles.titleBox}>
        <textarea
          className={classes}
          rows={1}
          maxLength={LONGEST_NEED}
          aria-label={t('wall.needTitle', { need: shown })}
          placeholder={t('wall.untitled')}
          {...draft}
          onChange={(event) => draft.onChange(event.target.value.replace(/[\r\n]+/g, ' '))}
          onFocus={() => {
            setWriting(true)
            draft.onFocus()
          }}
          onBlur={() => {
            setWriting(false)
            draft.onBlur()
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            draft.onKeyDown(event)
            if (event.key !== 'Enter' && event.key !== 'Escape') return
            event.preventDefault()
            event.currentTarget.blur()
          }}
        />
      </h2>
      {hintsOn && word !== null && !need.generic && !isWriting && (
        <p className={styles.titleHint}>
          <Trans t={t} i18nKey={`generic.questions.${questionFor(word)}`} />{' '}
          <button
            type="button"
            onClick={() => session.edit(changeNeed, { id: need.id, changes: { generic: true } })}
          >
            {t('generic.keep', { word: capitalised(need.short) })}
          </button>
        </p>
      )}
    </>
  )
}
