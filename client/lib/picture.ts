/** A part of the page as a picture with its title over it: to the clipboard, or to a file where that takes no pictures. */
import { saveAs } from './save-as.ts'

const PIXEL_RATIO = 2
const MARGIN = 24
const TITLE_SIZE = 22
const PNG = 'image/png'

/** Draws `element` as it stands, in the colours of its theme. */
async function pictureOf(element: HTMLElement, title: string): Promise<Blob> {
  const { toCanvas } = await import('html-to-image')
  const { fontFamily, color } = getComputedStyle(element)
  const paper = getComputedStyle(document.body).backgroundColor
  const width = element.scrollWidth
  const drawn = await toCanvas(element, { width, pixelRatio: PIXEL_RATIO, backgroundColor: paper })
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
