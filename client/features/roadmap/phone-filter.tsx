/** The filter on a phone: what an address asks for, folded away behind one button. */
import ListFilter from 'lucide-react/icons/list-filter'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFiltering } from '#client/features/roadmap/board-filter.ts'
import { FilterBar, FilterFound } from '#client/features/roadmap/filter-bar.tsx'
import type { BoardFiltering } from '#client/features/roadmap/use-board-filter.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import styles from './phone-board.module.css'

export function PhoneFilter({ filtering }: { readonly filtering: BoardFiltering }) {
  const { t } = useTranslation('board')
  const [isOpen, open] = useState(false)
  return (
    <>
      <div className={styles.filter}>
        <FilterFound filtering={filtering} />
        {!isFiltering(filtering.filter) && (
          <Button kind="quiet" onClick={filtering.toggleGaps}>
            {t('filter.gaps')}
          </Button>
        )}
        <Button
          kind="quiet"
          square
          aria-label={t('filter.open')}
          aria-expanded={isOpen}
          onClick={() => open(!isOpen)}
        >
          <Icon of={ListFilter} />
        </Button>
      </div>
      {isOpen && <FilterBar filtering={filtering} />}
    </>
  )
}
