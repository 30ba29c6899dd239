/** One question of the guide: its words and probes, its place, and how it was worded before. */
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import { shortDay } from '#client/features/interviews/interview-words.ts'
import { useDraft } from '#client/lib/use-draft.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Chip } from '#client/ui/chip.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import {
  changeQuestion,
  GAP_THEME,
  moveQuestion,
  removeQuestion,
  restoreQuestion,
} from '#shared/board/guide-edits.ts'
import type { GuideChange, GuideQuestion } from '#shared/board/schema.ts'
import styles from './guide.module.css'

const MOST_PROBES = 20

export function GuideQuestionItem(props: {
  readonly question: GuideQuestion
  readonly n: number
  readonly mayEdit: boolean
  /** The question before this one; null for the first. */
  readonly before: string | null
  /** What comes after the next one (null: the end); undefined for the last question. */
  readonly after: string | null | undefined
  readonly changes: readonly GuideChange[]
  readonly onMoved: (to: number) => void
}) {
  const { question, n, mayEdit, before, after, changes, onMoved } = props
  const { t } = useTranslation('interviews')
  const common = useTranslation('common').t
  const session = useSession()
  const { id, text, captures, probes, theme } = question
  const move = (to: number, place: string | null) => {
    session.edit(moveQuestion, { id, before: place })
    onMoved(to)
  }
  const remove = () => {
    session.edit(removeQuestion, { id })
    showToast({
      kind: 'undo',
      text: t('guide.removed'),
      action: { label: common('undo'), run: () => void session.edit(restoreQuestion, { id }) },
    })
  }
  const probe = (place: number, words: string) => {
    const next = probes.map((one, index) => (index === place ? words : one)).filter((one) => one !== '')
    session.edit(changeQuestion, { id, probes: next })
  }
  return (
    <li className={styles.question}>
      <span className={styles.number} aria-hidden="true">
        {n}
      </span>
      <div className={styles.body}>
        {mayEdit ? (
          <WordsField
            label={t('guide.question', { n })}
            words={text}
            max={500}
            onWords={(words) => session.edit(changeQuestion, { id, text: words })}
          />
        ) : (
          <p className={styles.read}>{text}</p>
        )}
        <p className={typography.meta}>
          {theme === GAP_THEME && <Chip kind="pencil">{t('guide.fromGap')}</Chip>}
          {captures !== '' && t('guide.captures', { what: captures })}
        </p>
        <ul className={styles.probes} aria-label={t('guide.probes')}>
          {probes.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: probes are told apart by their place alone
            <li key={index}>
              {mayEdit ? (
                <>
                  <WordsField
                    label={t('guide.probe', { k: index + 1, n })}
                    words={one}
                    max={300}
                    isSmall
                    onWords={(words) => probe(index, words)}
                  />
                  <Button
                    kind="quiet"
                    square
                    size="small"
                    aria-label={t('guide.removeProbe', { k: index + 1, n })}
                    onClick={() => probe(index, '')}
                  >
                    <Icon of={X} size="1rem" />
                  </Button>
                </>
              ) : (
                <p>{one}</p>
              )}
            </li>
          ))}
          {mayEdit && probes.length < MOST_PROBES && (
            <li>
              <NewProbe
                label={t('guide.addProbeTo', { n })}
                placeholder={t('guide.addProbe')}
                onWords={(words) => session.edit(changeQuestion, { id, probes: [...probes, words] })}
              />
            </li>
          )}
        </ul>
        <Earlier changes={changes} now={text} />
      </div>
      {mayEdit && (
        <div className={styles.tools}>
          <Button
            kind="quiet"
            square
            aria-label={t('guide.up', { n })}
            notYet={before === null}
            onClick={() => move(n - 1, before)}
          >
            <Icon of={ArrowUp} />
          </Button>
          <Button
            kind="quiet"
            square
            aria-label={t('guide.down', { n })}
            notYet={after === undefined}
            onClick={() => after !== undefined && move(n + 1, after)}
          >
            <Icon of={ArrowDown} />
          </Button>
          <Button kind="quiet" square aria-label={t('guide.remove', { n })} onClick={remove}>
            <Icon of={X} />
          </Button>
        </div>
      )}
    </li>
  )
}

/** Words changed in place, handed over on leaving, so that a question typed over is one version and not forty. */
function WordsField(props: {
  readonly label: string
  readonly words: string
  readonly max: number
  readonly isSmall?: boolean
  readonly onWords: (words: string) => void
}) {
  const { label, words, max, isSmall = false, onWords } = props
  const draft = useDraft(words, (typed) => typed.trim() !== '' && onWords(typed.trim()), 'on-leaving')
  return (
    <textarea
      className={`${styles.words} ${isSmall ? styles.small : styles.large}`}
      aria-label={label}
      rows={1}
      maxLength={max}
      value={draft.value}
      onFocus={draft.onFocus}
      onBlur={draft.onBlur}
      onChange={(event) => draft.onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey) return
        event.preventDefault()
        event.currentTarget.blur()
      }}
    />
  )
}

function NewProbe(props: {
  readonly label: string
  readonly placeholder: string
  readonly onWords: (words: string) => void
}) {
  return (
    <input
      className={`${styles.words} ${styles.small}`}
      aria-label={props.label}
      placeholder={props.placeholder}
      maxLength={300}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
      }}
      onBlur={({ currentTarget }) => {
        const words = currentTarget.value.trim()
        currentTarget.value = ''
        if (words !== '') props.onWords(words)
      }}
    />
  )
}

function Earlier({ changes, now }: { readonly changes: readonly GuideChange[]; readonly now: string }) {
  const { t, i18n } = useTranslation('interviews')
  const session = useSession()
  const earlier = changes.filter(({ wording }) => wording !== '').sort((a, b) => b.version - a.version)
  if (earlier.length === 0) return null
  return (
    <details className={styles.earlier}>
      <summary>{t('guide.earlier')}</summary>
      <p>{t('guide.nowReads', { text: now })}</p>
      <ul>
        {earlier.map(({ id, wording, version, at }) => (
          <li key={id}>
            <s>{wording}</s>{' '}
            <small>
              {t('guide.earlierLine', {
                version: version - 1,
                day: shortDay(at.slice(0, 10), i18n.language, session.serverNow()),
              })}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}
