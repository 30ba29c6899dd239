/**
 * `/w/:id/interviews/questions`: what every customer is asked. Everyone reads it, whoever may write changes it; each
 * change is a new version, and the wording before it stays with the interviews that were asked it (R044).
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GuideQuestionItem } from '#client/features/interviews/guide-question.tsx'
import { useDraft } from '#client/lib/use-draft.ts'
import { useDerived, useIsLoading, useRows, useSession, useSingle } from '#client/session/hooks.ts'
import { BackLink } from '#client/ui/back-link.tsx'
import { Button } from '#client/ui/button.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import segments from '#client/ui/segments.module.css'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import typography from '#client/ui/type.module.css'
import { addQuestion, changeGuide, startGuide } from '#shared/board/guide-edits.ts'
import { askedOf, liveQuestions } from '#shared/board/guide-wording.ts'
import { guide, guideChanges, guideQuestions } from '#shared/board/schema.ts'
import styles from './guide.module.css'

const variants = ['won', 'lost'] as const

export function GuidePage() {
  const { t } = useTranslation('interviews')
  const session = useSession()
  const isLoading = useIsLoading()
  const all = useDerived(guideQuestions, (rows) => [...liveQuestions(rows)])
  const changes = useRows(guideChanges)
  const { version } = useSingle(guide)
  const [variant, setVariant] = useState<(typeof variants)[number]>('won')
  const [said, setSaid] = useState('')
  if (isLoading) return <LateSkeleton label={t('loading')} />
  const inForce = changes.reduce((most, change) => Math.max(most, change.version), version)
  const shown = askedOf(all, variant)
  const mayEdit = session.mayEditBoard && variant === 'won'
  return (
    <div className={styles.page}>
      <BackLink to={`/w/${session.workshopId}/interviews`}>{t('guide.back')}</BackLink>
      <header className={styles.head}>
        <div>
          <h1 className={typography.screen}>
            {all.length === 0 ? t('guide.none') : t('guide.title', { count: shown.length })}
          </h1>
          {all.length > 0 && <p className={typography.lead}>{t('guide.lead')}</p>}
        </div>
        {all.length > 0 && (
          <p className={typography.meta}>
            {inForce <= 1 ? t('guide.versionNone') : t('guide.version', { version: inForce })}
          </p>
        )}
      </header>
      {all.length === 0 ? (
        <EmptyState
          drawing={<UnansweredDrawing />}
          fact={t('guide.none')}
          advice={t(session.mayEditBoard ? 'guide.noneAdvice' : 'guide.noneRead')}
        >
          {session.mayEditBoard && (
            <Button kind="primary" onClick={() => session.edit(startGuide, null)}>
              {t('guide.start')}
            </Button>
          )}
        </EmptyState>
      ) : (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame */}
          <div role="group" className={segments.segments} aria-label={t('guide.variant')}>
            {variants.map((one) => (
              <button
                key={one}
                type="button"
                className={segments.segment}
                aria-pressed={variant === one}
                onClick={() => setVariant(one)}
              >
                {t(`guide.variants.${one}`)}
              </button>
            ))}
          </div>
          {variant === 'lost' && <p className={typography.meta}>{t('guide.variantNote')}</p>}
          <Frame mayEdit={mayEdit} />
          <ol className={styles.questions} aria-label={t('guide.list')}>
            {shown.map((question, index) => (
              <GuideQuestionItem
                key={question.id}
                question={question}
                n={index + 1}
                mayEdit={mayEdit}
                before={shown[index - 1]?.id ?? null}
                after={index + 1 < shown.length ? (shown[index + 2]?.id ?? null) : undefined}
                changes={changes.filter(({ questionId }) => questionId === question.id)}
                onMoved={(to) => setSaid(t('guide.moved', { text: question.text, n: to, of: shown.length }))}
              />
            ))}
          </ol>
          <p className={typography.hidden} role="status">
            {said}
          </p>
          {mayEdit && <AddQuestion />}
        </>
      )}
    </div>
  )
}

/** First and last words of the call, and how long it takes. */
function Frame({ mayEdit }: { readonly mayEdit: boolean }) {
  const { t } = useTranslation('interviews')
  const session = useSession()
  const { opening, closing, minutes } = useSingle(guide)
  return (
    <div className={styles.frame}>
      <FrameField
        label={t('guide.opening')}
        words={opening}
        mayEdit={mayEdit}
        onWords={(words) => session.edit(changeGuide, { opening: words })}
      />
      <FrameField
        label={t('guide.closing')}
        words={closing}
        mayEdit={mayEdit}
        onWords={(words) => session.edit(changeGuide, { closing: words })}
      />
      <TextField
        label={t('guide.minutes')}
        type="number"
        min={5}
        max={180}
        readOnly={!mayEdit}
        value={minutes}
        onChange={(value) => {
          const wanted = Math.round(Number(value))
          if (value !== '' && wanted >= 0 && wanted <= 600) session.edit(changeGuide, { minutes: wanted })
        }}
      />
    </div>
  )
}

function FrameField(props: {
  readonly label: string
  readonly words: string
  readonly mayEdit: boolean
  readonly onWords: (words: string) => void
}) {
  const draft = useDraft(props.words, props.onWords)
  return (
    <label className={styles.frameField}>
      <span>{props.label}</span>
      <textarea
        className={styles.words}
        rows={2}
        maxLength={2000}
        readOnly={!props.mayEdit}
        value={draft.value}
        onFocus={draft.onFocus}
        onBlur={draft.onBlur}
        onChange={(event) => draft.onChange(event.target.value)}
      />
    </label>
  )
}

function AddQuestion() {
  const { t } = useTranslation('interviews')
  const session = useSession()
  const [text, setText] = useState('')
  const isEmpty = text.trim() === ''
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault()
        if (isEmpty) return
        session.edit(addQuestion, { text: text.trim() })
        setText('')
      }}
    >
      <TextField
        label={t('guide.addTitle')}
        placeholder={t('guide.addPlaceholder')}
        hint={t('guide.addHint')}
        maxLength={500}
        value={text}
        onChange={setText}
      />
      <Button type="submit" notYet={isEmpty}>
        {t('guide.add')}
      </Button>
    </form>
  )
}
