/** A part of the page as a picture with its title over it: to the clipboard, or to a file where that takes no pictures. */
import { fontRulesOf } from './picture-fonts.ts'
import { saveAs } from './save-as.ts'

const PIXEL_RATIO = 2
const MARGIN = 24
const TITLE_SIZE = 22
const PNG = 'image/png'
/** Beside the element, for what stands a little out of it. */
const BLEED = 16

/** Draws `element` as it stands, in the colours of its theme. */
async function pictureOf(element: HTMLElement, title: string): Promise<Blob> {
  const { toCanvas } = await import('html-to-image')
  const { fontFamily, color } = getComputedStyle(element)
  const paper = getComputedStyle(document.body).backgroundColor
  const options = {
    width: element.scrollWidth + 2 * BLEED,
    style: { padding: `0 ${BLEED}px`, margin: '0' },
    pixelRatio: PIXEL_RATIO,
    backgroundColor: paper,
    fontEmbedCSS: await fontRulesOf(element),
    filter: (node: Node) => !(node instanceof HTMLElement && node.dataset.picture === 'without'),
  }
  const restore = writeOutDrawings(element)
  const drawn = await toCanvas(element, options).finally(restore)
  const canvas = document.createElement('canvas')
  canvas.width = drawn.width + 2 * MARGIN * PIXEL_RATIO
  const top = (2 * MARGIN + TITLE_SIZE) * PIXEL_RATIO
  canvas.height = drawn.height + top + MARGIN * PIXEL_RATIO
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('This browser has no canvas to draw on.')
  pen.fillStyle = paper
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = color
  pen.font = `600 ${TITLE_SIZE * PIXEL_RATIO}px ${fontFamily}`
  pen.fillText(title, MARGIN * PIXEL_RATIO, (MARGIN + TITLE_SIZE) * PIXEL_RATIO, drawn.width)
  pen.drawImage(drawn, MARGIN * PIXEL_RATIO, top)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is empty.'))), PNG)
  })
}

const painted = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font',
  'letter-spacing',
] as const

/** Styles of what is inside drawings, written on it: a copy of a drawing takes no classes along. Undone by the answer. */
function writeOutDrawings(element: HTMLElement): () => void {
  const parts = [...element.querySelectorAll<SVGElement>('svg *')]
  const before = parts.map((part) => part.getAttribute('style'))
  const styles = parts.map((part) => {
    const computed = getComputedStyle(part)
    return painted.map((name) => `${name}:${computed.getPropertyValue(name)}`).join(';')
  })
  for (const [index, part] of parts.entries()) {
    part.setAttribute('style', [before[index], styles[index]].filter(Boolean).join(';'))
  }
  return () => {
    for (const [index, part] of parts.entries()) {
      const style = before[index]
      if (typeof style === 'string') part.setAttribute('style', style)
      else part.removeAttribute('style')
    }
  }
}

/** Copied, or saved as a file of that title, or neither. */
export async function takePicture(
  element: HTMLElement,
  title: string,
  draw: (element: HTMLElement, title: string) => Promise<Blob> = pictureOf,
): Promise<'copied' | 'saved' | 'failed'> {
  const picture = draw(element, title)
  try {
    // The promise goes in unresolved: some browsers take pictures only while the press is fresh.
    await navigator.clipboard.write([new ClipboardItem({ [PNG]: picture })])
    return 'copied'
  } catch {
    return picture
      .then((blob) => {
        saveAs(blob, `${title.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()}.png`)
        return 'saved' as const
      })
      .catch(() => 'failed' as const)
  }
}
