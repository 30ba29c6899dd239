/** The last catch of the page: a bug in a screen shows what to do instead of nothing. Logged once, by the browser. */
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { isLoadFailure } from '#client/lib/load-failure.ts'
import { Button, LinkButton } from '#client/ui/button.tsx'
import { ErrorState } from '#client/ui/states.tsx'
import { PlainPage } from './plain-page.tsx'

/** Starts anew with every address, so that one broken screen does not lock the others. */
export function CrashBoundary({ children }: { readonly children: ReactNode }) {
  return <Boundary key={useLocation().pathname.split('/')[1] ?? ''}>{children}</Boundary>
}

interface BoundaryProps {
  readonly children: ReactNode
}

type Broke = 'load' | 'bug'

class Boundary extends Component<BoundaryProps, { broke: Broke | null }> {
  override state: { broke: Broke | null } = { broke: null }

  static getDerivedStateFromError(error: unknown): { broke: Broke } {
    return { broke: isLoadFailure(error) ? 'load' : 'bug' }
  }

  override render() {
    const { broke } = this.state
    return broke ? <BrokenPage why={broke} /> : this.props.children
  }
}

function BrokenPage({ why }: { readonly why: Broke }) {
  const { t } = useTranslation('shell')
  const common = useTranslation('common').t
  const words = why === 'load' ? 'notLoaded' : 'broken'
  return (
    <PlainPage title={t(`${words}.title`)}>
      <ErrorState level="h1" fact={t(`${words}.title`)} advice={t(`${words}.advice`)}>
        <Button kind="primary" onClick={() => window.location.reload()}>
          {t('broken.reload')}
        </Button>
        <LinkButton to="/" reloadDocument>
          {common('toHome')}
        </LinkButton>
      </ErrorState>
    </PlainPage>
  )
}
