/** The size of the screen: a phone has no rail and one task a screen; touch gets 44 px targets. */
import { useSyncExternalStore } from 'react'

const PHONE = '(max-width: 767px)'
const TOUCH_SIZED = '(max-width: 767px), (pointer: coarse)'

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (tell) => {
      const media = matchMedia(query)
      media.addEventListener('change', tell)
      return () => media.removeEventListener('change', tell)
    },
    () => matchMedia(query).matches,
  )
}

export const useIsPhone = (): boolean => useMedia(PHONE)

/** Keeps the density attribute right while the window changes. The projector's own setting is left alone. */
export function followDensity(): () => void {
  const media = matchMedia(TOUCH_SIZED)
  const follow = () => {
    const root = document.documentElement
    if (root.dataset.density === 'projector') return
    if (media.matches) root.dataset.density = 'phone'
    else delete root.dataset.density
  }
  follow()
  media.addEventListener('change', follow)
  return () => media.removeEventListener('change', follow)
}
