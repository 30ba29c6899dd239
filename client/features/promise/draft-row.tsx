/** One draft: its words, which all may type at together, sellers' words in it, support, "true today?", reactions, adopting. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AdoptPromise } from '#client/features/promise/adopt-promise.tsx'
import { Reactions } from '#client/features/promise/reactions.tsx'
import type { VotedDraft } from '#client/features/promise/use-promise.ts'
import { firstName } from '#client/lib/first-name.ts'
import { useSession, useSharedText, useWhoHas } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Chip } from '#client/ui/chip.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import { addDraft, isPromiseText, LONGEST_PROMISE, removeDraft } from '#shared/board/promise-edits.ts'
import { promiseDrafts } from '#shared/board/schema.ts'
import { sellerWordsIn } from '#shared/board/seller-words.ts'
import styles from './promise.module.css'

export function DraftRow({ of }: { readonly of: VotedDraft }) {
  const { draft, number } = of
  const { t, i18n } = useTranslation('promise')
  const common = useTranslation('common').t
  const session = useSession()
  const { id, text, status } = draft
  const mayWrite = session.mayEditBoard && status === 'draft'
  const words = status === 'superseded' ? [] : sellerWordsIn(text)
  const remove = () => {
    session.edit(removeDraft, { id })
    const step = session.lastStep
    showToast({
      kind: 'undo',
      text: t('drafts.removed'),
      action: { label: common('undo'), run: () => void session.undo(step) },
    })
  }
  return (
    <li className={styles.draft} data-status={status}>
      <p className={styles.number}>
        {t('drafts.label', { number })}{' '}
        <Chip kind={status === 'adopted' ? 'highlight' : 'line'}>{t(`drafts.status.${status}`)}</Chip>
      </p>
      {mayWrite ? <DraftField id={id} number={number} length={text.length} /> : <p>{text}</p>}
      {words.length > 0 && (
        <p className={styles.hint} role="note">
          {t('drafts.sellerWords', {
            count: words.length,
            words: new Intl.ListFormat(i18n.language).format(words.map((word) => `“${word}”`)),
          })}
        </p>
      )}
      <Votes of={of} />
      <Reactions of={of} />
      <div className={styles.acts}>
        {session.isFacilitator && status === 'draft' && isPromiseText(text) && <AdoptPromise of={of} />}
        {session.mayEditBoard && text.trim() !== '' && (
          <Button size="small" kind="quiet" onClick={() => session.edit(addDraft, { text })}>
            {t('drafts.goOn')}
          </Button>
        )}
        {mayWrite && (
          <Button size="small" kind="quiet" aria-label={t('drafts.remove', { number })} onClick={remove}>
            {t('drafts.removeShort')}
          </Button>
        )}
      </div>
    </li>
  )
}

function DraftField({
  id,
  number,
  length,
}: {
  readonly id: string
  readonly number: number
  readonly length: number
}) {
  const { t, i18n } = useTranslation('promise')
  const session = useSession()
  const bind = useSharedText(promiseDrafts, id, 'text')
  const others = useWhoHas(id)
  const [isFocused, setFocused] = useState(false)
  const show = (isHere: boolean) => {
    setFocused(isHere)
    session.setPresence({ focus: isHere ? id : null, editing: isHere })
  }
  return (
    <>
      <textarea
        ref={bind}
        className={styles.draftText}
        rows={2}
        maxLength={LONGEST_PROMISE}
        aria-label={t('drafts.label', { number })}
        placeholder={t('drafts.placeholder')}
        data-others={others.length > 0 ? '' : undefined}
        onFocus={() => show(true)}
        onBlur={() => show(false)}
      />
      <p className={typography.meta}>
        {others.length > 0 &&
          t('drafts.writing', {
            names: new Intl.ListFormat(i18n.language).format(others.map(({ name }) => firstName(name))),
          })}{' '}
        {isFocused && t('drafts.length', { length, most: LONGEST_PROMISE })}
      </p>
    </>
  )
}

/** What the last revealed rounds said of it; a "no" of those who deliver stands in red beside the support (R065). */
function Votes({ of: { support, truth } }: { readonly of: VotedDraft }) {
  const { t, i18n } = useTranslation('promise')
  if (!support && !truth) return null
  const said = truth ? truth.yes + truth.partly + truth.no : 0
  const mean =
    support?.mean == null
      ? null
      : new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(support.mean)
  return (
    <div className={styles.results}>
      {support && (
        <p className={styles.support}>
          {mean === null ? (
            t('support.noResult')
          ) : (
            <>
              <b>{t('support.result', { mean, count: support.n })}</b>
              <span className={styles.strip} aria-hidden="true">
                {[1, 2, 3, 4, 5].map((step) => (
                  <i key={step}>
                    {step}
                    <em>{'○'.repeat(support.values.filter((value) => value === step).length)}</em>
                  </i>
                ))}
              </span>
              <span className={typography.hidden}>
                {t('support.values', { values: support.values.join(', ') })}
              </span>
            </>
          )}
        </p>
      )}
      {truth && (
        <p>
          {t('truth.result')}:{' '}
          {said === 0 ? (
            t('truth.nobody')
          ) : (
            <>
              {t('truth.resultYes', { count: truth.yes })}, {t('truth.resultPartly', { count: truth.partly })}
              ,{' '}
              <span className={truth.no > 0 ? styles.no : undefined}>
                {t('truth.resultNo', { count: truth.no })}
              </span>
            </>
          )}
        </p>
      )}
    </div>
  )
}
