/** Home: say what it is, start a workshop, try the demo, join one, come back to one. */

import Play from 'lucide-react/icons/play'
import { type ReactNode, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ownName } from '#client/lib/me.ts'
import { usePageTitle } from '#client/lib/page-title.ts'
import { useProblemText } from '#client/lib/problem-text.ts'
import { call } from '#client/session/call.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { Logo } from '#client/ui/logo.tsx'
import { ThemeButton } from '#client/ui/theme-button.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import { GuessWords, Hl } from '#client/ui/words.tsx'
import { DemoStrip } from './demo-strip.tsx'
import styles from './home.module.css'
import { HowItWorks } from './how-it-works.tsx'
import { MyWorkshops } from './my-workshops.tsx'
import { StartForm } from './start-form.tsx'

interface HomePageProps {
  /** Takes a code; it belongs to another feature and is put in by the app. */
  readonly joinCard: ReactNode
  /** Someone is about to open the demo. */
  readonly onDemoWanted: () => void
}

export function HomePage({ joinCard, onDemoWanted }: HomePageProps) {
  const { t } = useTranslation('home')
  usePageTitle(t('pageTitle'))
  const [isStarting, setStarting] = useState(false)
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <Logo size="large" />
        <ThemeButton />
      </header>
      <main className={styles.columns}>
        <section className={styles.hero}>
          <h1 className={styles.headline}>
            <Trans t={t} i18nKey="headline" components={{ guess: <GuessWords />, hl: <Hl /> }} />
          </h1>
          <p className={styles.lead}>{t('lead')}</p>
          {isStarting ? (
            <StartForm onCancel={() => setStarting(false)} />
          ) : (
            <div className={styles.actions}>
              <Button kind="primary" size="huge" onClick={() => setStarting(true)}>
                {t('start')}
              </Button>
              <DemoButton onWanted={onDemoWanted} />
              <p className={styles.demoNote}>{t('demoNote')}</p>
            </div>
          )}
          <DemoStrip />
        </section>
        <aside className={styles.side}>
          <section className={styles.join}>
            <h2 className={styles.joinTitle}>{t('joinTitle')}</h2>
            {joinCard}
          </section>
          <MyWorkshops whenNone={<HowItWorks />} />
        </aside>
      </main>
    </div>
  )
}

function DemoButton({ onWanted }: { readonly onWanted: () => void }) {
  const { t } = useTranslation('home')
  const common = useTranslation('common').t
  const problemText = useProblemText()
  const navigate = useNavigate()
  const [opening, setOpening] = useState(false)
  const open = async () => {
    if (opening) return
    setOpening(true)
    onWanted()
    const name = ownName() || common('you')
    const opened = await call('createWorkshop', { body: { title: '', facilitator: { name }, from: 'demo' } })
    setOpening(false)
    if (opened.ok) void navigate(`/w/${opened.reply.workshopId}/roadmap`)
    else showToast({ kind: 'problem', text: problemText(opened.problem) })
  }
  return (
    <Button size="huge" onClick={() => void open()} aria-busy={opening}>
      <Icon of={Play} size="1.25rem" />
      {opening ? t('demoOpening') : t('tryDemo')}
    </Button>
  )
}
