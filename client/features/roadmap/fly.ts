/** Lets a card that was dropped come from where the hand was; at once for those who want less motion. */
const PLACE_MS = 260

export function flyFrom(card: HTMLElement | null, from: DOMRect): void {
  if (!card || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const to = card.getBoundingClientRect()
  const shift = `translate(${from.left - to.left}px, ${from.top - to.top}px) rotate(2deg)`
  card.animate(
    [
      { transform: shift, zIndex: 5 },
      { transform: 'none', zIndex: 5 },
    ],
    {
      duration: PLACE_MS,
      easing: 'cubic-bezier(.2, .8, .2, 1)',
    },
  )
}
