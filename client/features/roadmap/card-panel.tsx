/** One card at length: its words, who said it, what it settles, and the way to move or delete it without dragging. */
import X from 'lucide-react/icons/x'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useBoardState, useView } from '#client/features/roadmap/board-context.tsx'
import { saidBy, shownAs } from '#client/features/roadmap/card-face.tsx'
import { findCard } from '#client/features/roadmap/layout.ts'
import { MoveForm } from '#client/features/roadmap/move-form.tsx'
import { PanelWords } from '#client/features/roadmap/panel-words.tsx'
import { useDerived, useRow } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { StatusGlyph } from '#client/ui/coverage.tsx'
import { EvidenceChip } from '#client/ui/evidence-chip.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { type Card, cards } from '#shared/board/schema.ts'
import styles from './card-panel.module.css'

/** The open panel, if there is one. */
export function CardPanel() {
  const cardId = useBoardState(({ panel }) => panel?.cardId ?? null)
  const card = useRow(cards, cardId ?? '')
  return card && !card.binned ? <Panel key={card.id} card={card} /> : null
}

function Panel({ card }: { readonly card: Card }) {
  const { t } = useTranslation('roadmap')
  const { t: common } = useTranslation('common')
  const { control, keeper, mayEdit, state } = useBoard()
  const dialog = useRef<HTMLDialogElement>(null)
  const stageIds = useView(({ layout }) => layout.stageIds)
  const spot = useView(({ layout }) => findCard(layout, card.id)?.stageId ?? '')
  // A layout effect, so that the dialog is closed, and the page behind it no longer inert, before the focus goes back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    const part = state.getState().panel?.part
    element?.querySelector<HTMLElement>(part === 'move' ? 'select' : 'textarea, h2')?.focus()
    return () => {
      element?.close()
      queueMicrotask(keeper.settle)
    }
  }, [state, keeper])
  return (
    <dialog
      ref={dialog}
      className={styles.panel}
      aria-labelledby="roadmap-panel-title"
      onCancel={(event) => {
        event.preventDefault()
        control.closePanel()
      }}
      onKeyDown={(event) => event.stopPropagation()}
      onMouseDown={(event) => {
        if (event.target === dialog.current) control.closePanel()
      }}
    >
      <div className={styles.body}>
        <header className={styles.top}>
          <p>
            {t('panel.where', { n: stageIds.indexOf(spot) + 1, stage: control.stageName(spot) })}
            <span>{t(`lanes.${card.place.lane}.name`)}</span>
          </p>
          <Button kind="quiet" square aria-label={common('close')} onClick={control.closePanel}>
            <Icon of={X} />
          </Button>
        </header>
        <h2 id="roadmap-panel-title" className={mayEdit ? styles.hidden : styles.title} tabIndex={-1}>
          {card.text || t('card.empty')}
        </h2>
        {mayEdit && <PanelWords id={card.id} />}
        <Facts card={card} />
        {mayEdit && <MoveForm card={card} />}
        {mayEdit && (
          <footer className={styles.foot}>
            <Button kind="danger" onClick={() => control.remove(card.id)}>
              {t('panel.remove')}
            </Button>
          </footer>
        )}
      </div>
    </dialog>
  )
}

function Facts({ card }: { readonly card: Card }) {
  const { t } = useTranslation('roadmap')
  const { t: common } = useTranslation('common')
  const coverage = useView(({ figures }) => figures.coverage.get(card.id))
  const answers = useDerived(cards, (all) =>
    all
      .filter((one) => !one.binned && one.place.lane === 'answer' && one.settles.includes(card.id))
      .map(({ text }) => text),
  )
  const settled = useDerived(cards, (all) =>
    all.filter((one) => !one.binned && card.settles.includes(one.id)).map(({ text }) => text),
  )
  const said = saidBy(card)
  return (
    <dl className={styles.facts}>
      {coverage && (
        <>
          <dt>{t('panel.status')}</dt>
          <dd>
            <span className={styles.status}>
              <StatusGlyph status={shownAs[coverage]} silent />
              {common(`coverage.${shownAs[coverage]}`)}
              <small>
                {answers.length > 0
                  ? t('panel.settledBy', { count: answers.length })
                  : t('panel.settledByNone')}
              </small>
            </span>
            <Lines of={answers} />
          </dd>
        </>
      )}
      <dt>{t('panel.said')}</dt>
      <dd>{said > 0 ? <EvidenceChip count={said} /> : t('panel.guess')}</dd>
      {(card.place.lane === 'answer' || card.place.lane === 'tool') && (
        <>
          <dt>{t('panel.settles')}</dt>
          <dd>{settled.length > 0 ? <Lines of={settled} /> : t('panel.settlesNone')}</dd>
        </>
      )}
    </dl>
  )
}

function Lines({ of }: { readonly of: readonly string[] }) {
  if (of.length === 0) return null
  return (
    <ul className={styles.lines}>
      {[...new Set(of)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
