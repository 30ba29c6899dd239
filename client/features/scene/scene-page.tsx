/** Set the scene: one product, one kind of customer, who else they look at, and who is here to guess. */
import ArrowRight from 'lucide-react/icons/arrow-right'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useDraft } from '#client/lib/use-draft.ts'
import { ThenLink } from '#client/round/then-link.tsx'
import { useSession, useSingle } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import { changeScene } from '#shared/board/scene-edits.ts'
import type { Scene } from '#shared/board/schema.ts'
import { scene } from '#shared/board/schema.ts'
import { Arrived } from './arrived.tsx'
import { JoinPanel } from './join-panel.tsx'
import { OtherOptions } from './other-options.tsx'
import styles from './scene.module.css'
import { segmentHint } from './segment-hint.ts'
import { SponsorCard } from './sponsor-card.tsx'
import { WhoIsHere } from './who-is-here.tsx'

interface ScenePageProps {
  /** Shows the code and the QR code on the whole screen. */
  readonly onFillScreen: () => void
  /** Goes where the facilitator has called everyone. */
  readonly onStarted: () => void
}

const hintKeys = { empty: 'segmentEmpty', vague: 'segmentVague', good: 'segmentGood' } as const

export function ScenePage({ onFillScreen, onStarted }: ScenePageProps) {
  const { t } = useTranslation('scene')
  const session = useSession()
  const segment = useSingle(scene).segment
  return (
    <div className={styles.layout}>
      <div className={styles.left}>
        <Arrived />
        <h1 className={styles.title}>{t('title')}</h1>
        <p className={styles.lead}>{t('lead')}</p>
        <SponsorCard />
        <ThenLink />
        <div className={styles.fields}>
          <SceneField field="company" label={t('company')} />
          <SceneField field="product" label={t('product')} />
          <div className={styles.whole}>
            <SceneField field="segment" label={t('segment')} hint={t(hintKeys[segmentHint(segment)])} />
          </div>
          <div className={styles.whole}>
            <OtherOptions />
          </div>
        </div>
        <WhoIsHere />
        {session.isFacilitator && (
          <div className={styles.foot}>
            <StartGuessing onStarted={onStarted} />
          </div>
        )}
      </div>
      {session.view.joinCode && <JoinPanel onFillScreen={onFillScreen} />}
    </div>
  )
}

const LENGTHS = { company: 120, product: 120, segment: 200 } as const

function SceneField(props: { field: keyof typeof LENGTHS; label: string; hint?: string }) {
  const { field, label, hint } = props
  const session = useSession()
  const shared: Scene = useSingle(scene)
  const draft = useDraft(shared[field], (value) => session.edit(changeScene, { [field]: value.trim() }))
  return (
    <TextField
      size="large"
      label={label}
      hint={hint}
      maxLength={LENGTHS[field]}
      readOnly={!session.mayEditBoard}
      {...draft}
    />
  )
}

function StartGuessing({ onStarted }: { readonly onStarted: () => void }) {
  const { t } = useTranslation('scene')
  const session = useSession()
  const problemText = useProblemText()
  const [calling, setCalling] = useState(false)
  const start = async () => {
    if (calling) return
    setCalling(true)
    const called = await session.command('setAgenda', { body: { activity: 'needs' } })
    setCalling(false)
    if (called.ok) onStarted()
    else showToast({ kind: 'problem', text: problemText(called.problem) })
  }
  return (
    <>
      <Button kind="primary" size="huge" onClick={() => void start()}>
        {calling ? t('starting') : t('start')}
        <Icon of={ArrowRight} size="1.25rem" />
      </Button>
      <p className={styles.note}>{t('latecomers')}</p>
    </>
  )
}
