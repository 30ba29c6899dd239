/** A finding being written: its sentence, kind, and what it rests on; how many customers that are is said while choosing. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckList } from '#client/features/coding/check-list.tsx'
import { findingKinds } from '#client/features/coding/finding-groups.ts'
import { type FindingRow, useCoding } from '#client/features/coding/use-coding.ts'
import { useFindingActs } from '#client/features/coding/use-finding-acts.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { type FindingValues, isFindingText, LONGEST_FINDING } from '#shared/interviews/finding-edits.ts'
import { findingInterviews } from '#shared/interviews/themes-heard.ts'
import { customersWords } from '#shared/reality/saturation-words.ts'
import styles from './forms.module.css'

type ListName = 'themeIds' | 'quoteIds' | 'cardIds' | 'stageIds'

export function FindingForm(props: {
  /** Null: a new one. */
  readonly finding: FindingRow | null
  readonly values: FindingValues
  readonly onClose: () => void
}) {
  const { finding, onClose } = props
  const { t } = useTranslation('coding')
  const { themes, pieces, about, customers, coded } = useCoding()
  const acts = useFindingActs()
  const [values, setValues] = useState<FindingValues>(() => plain(props.values))
  const [wasTried, setTried] = useState(false)
  const change = (changes: Partial<FindingValues>) => setValues({ ...values, ...changes })
  const toggle = (name: ListName) => (id: string, isOn: boolean) => {
    const others = values[name].filter((one) => one !== id)
    change({ [name]: isOn ? [...others, id] : others })
  }
  const isFine = isFindingText(values.text)
  const own = new Set(findingInterviews(values, coded))
  const resting = customers.filter(({ id }) => own.has(id)).length
  const quoted = pieces
    .filter(({ kind }) => kind === 'quote')
    .map(({ id, text, who }) => ({ id, title: `${text} (${who.pseudonym})` }))
  return (
    <Dialog title={t(finding ? 'form.title' : 'form.newTitle')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (isFine && acts.save(finding?.id ?? null, values)) onClose()
        }}
      >
        <TextField
          label={t('form.text')}
          data-first-focus
          hint={t('form.hint')}
          error={wasTried && !isFine && t('form.length', { count: values.text.trim().length })}
          maxLength={LONGEST_FINDING}
          value={values.text}
          onChange={(text) => change({ text })}
        />
        <p className={styles.rests} role="status">
          {own.size === 0
            ? t('form.restsNothing')
            : t('form.rests', { customers: customersWords(resting, customers.length) })}
        </p>
        <label className={styles.choice}>
          <span>{t('form.kind')}</span>
          <select
            value={values.kind ?? 'none'}
            onChange={(event) => {
              const kind = findingKinds.find((one) => one === event.target.value) ?? 'none'
              change({ kind: kind === 'none' ? null : kind })
            }}
          >
            {findingKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`findings.kinds.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <CheckList
          title="themes"
          of={themes.map(({ id, label }) => ({ id, title: label }))}
          chosen={values.themeIds}
          onToggle={toggle('themeIds')}
        />
        <CheckList
          title="quotes"
          of={quoted}
          chosen={values.quoteIds}
          onToggle={toggle('quoteIds')}
          isSearched
        />
        <CheckList
          title="questions"
          of={about.buyerQuestions}
          chosen={values.cardIds}
          onToggle={toggle('cardIds')}
        />
        <CheckList title="doubts" of={about.doubts} chosen={values.cardIds} onToggle={toggle('cardIds')} />
        <CheckList title="stages" of={about.stages} chosen={values.stageIds} onToggle={toggle('stageIds')} />
        <div className={styles.buttons}>
          <Button type="submit" kind="primary">
            {t('form.save')}
          </Button>
          {finding && (
            <Button
              kind="danger"
              onClick={() => {
                acts.remove(finding.id)
                onClose()
              }}
            >
              {t('form.remove')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

/** Without the id and order of a row, and without what is computed for the list. */
const plain = (values: FindingValues): FindingValues => ({
  text: values.text,
  kind: values.kind,
  themeIds: values.themeIds,
  interviewIds: values.interviewIds,
  quoteIds: values.quoteIds,
  cardIds: values.cardIds,
  stageIds: values.stageIds,
})
