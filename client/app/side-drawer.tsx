/** People, decisions and history, from anywhere in a workshop. */
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useDerived } from '#client/session/hooks.ts'
import { Drawer } from '#client/ui/drawer.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { decisions } from '#shared/record/schema.ts'

const PeopleTab = lazy(async () => ({
  default: (await import('#client/features/people/people-tab.tsx')).PeopleTab,
}))
const LinksTools = lazy(async () => ({
  default: (await import('#client/features/links/links-tools.tsx')).LinksTools,
}))
const DecisionsTab = lazy(async () => ({
  default: (await import('#client/features/decisions/decisions-tab.tsx')).DecisionsTab,
}))
const HistoryTab = lazy(async () => ({
  default: (await import('#client/features/history/history-tab.tsx')).HistoryTab,
}))

export type DrawerTab = 'people' | 'decisions' | 'history'

export function SideDrawer(props: {
  readonly at: DrawerTab
  readonly onGo: (tab: DrawerTab) => void
  readonly onClose: () => void
  /** To the page on which decisions stand in full. */
  readonly onDecisions: () => void
}) {
  const { at, onGo, onClose, onDecisions } = props
  const { t } = useTranslation('shell')
  const common = useTranslation('common').t
  const count = useDerived(decisions, (all) => all.filter((one) => one.supersededBy === null).length)
  return (
    <Drawer
      label={t('drawer.label')}
      tabs={[
        { name: 'people', label: t('drawer.people') },
        { name: 'decisions', label: t('drawer.decisions'), count },
        { name: 'history', label: t('drawer.history') },
      ]}
      at={at}
      onGo={onGo}
      onClose={onClose}
    >
      <Suspense fallback={<LateSkeleton label={common('loading')} />}>
        {at === 'people' && (
          <>
            <LinksTools />
            <PeopleTab />
          </>
        )}
        {at === 'decisions' && <DecisionsTab onAll={onDecisions} />}
        {at === 'history' && <HistoryTab />}
      </Suspense>
    </Drawer>
  )
}
