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

/** Keeps the density attribute right while the window changes; what was chosen for a projector stays. */
export function followDensity(): () => void {
  const media = matchMedia(TOUCH_SIZED)
  const follow = () => {
    if (document.documentElement.dataset.density !== 'projector') bySize()
  }
  follow()
  media.addEventListener('change', follow)
  return () => media.removeEventListener('change', follow)
}

/** Whether everything is larger, for the back of a room. */
export const useIsProjector = (): boolean =>
  useSyncExternalStore(
    (tell) => {
      const watch = new MutationObserver(tell)
      watch.observe(document.documentElement, { attributeFilter: ['data-density'] })
      return () => watch.disconnect()
    },
    () => document.documentElement.dataset.density === 'projector',
  )

/** Everything larger, to be read from the back of a room; in this window, until it is taken back or left. */
export function toggleProjector(): void {
  const root = document.documentElement
  if (root.dataset.density === 'projector') bySize()
  else root.dataset.density = 'projector'
}

function bySize(): void {
  const root = document.documentElement
  if (matchMedia(TOUCH_SIZED).matches) root.dataset.density = 'phone'
  else delete root.dataset.density
}
