/** The last catch of the page: a bug in a screen shows what to do instead of nothing. Logged once, by the browser. */
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
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

class Boundary extends Component<BoundaryProps, { broke: boolean }> {
  override state = { broke: false }

  static getDerivedStateFromError() {
    return { broke: true }
  }

  override render() {
    return this.state.broke ? <BrokenPage /> : this.props.children
  }
}

function BrokenPage() {
  const { t } = useTranslation('shell')
  const common = useTranslation('common').t
  return (
    <PlainPage title={t('broken.title')}>
      <ErrorState level="h1" fact={t('broken.title')} advice={t('broken.advice')}>
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
