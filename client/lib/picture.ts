/** A part of the page as a picture with its title over it: to the clipboard, to a file of points, or to a drawing for web pages. */
import { fontRulesOf } from './picture-fonts.ts'
import { saveAs } from './save-as.ts'

const MARGIN = 24
const TITLE_SIZE = 22
const PNG = 'image/png'
/** Beside the element, for what stands a little out of it. */
const BLEED = 16

/** Points a pixel of the screen. */
type Size = 1 | 2 | 3

async function optionsFor(element: HTMLElement, pixelRatio: Size) {
  return {
    width: element.scrollWidth + 2 * BLEED,
    style: { padding: `0 ${BLEED}px`, margin: '0' },
    pixelRatio,
    backgroundColor: getComputedStyle(document.body).backgroundColor,
    fontEmbedCSS: await fontRulesOf(element),
    filter: (node: Node) => !(node instanceof HTMLElement && node.dataset.picture === 'without'),
  }
}

/** Draws `element` as it stands, in the colours of its theme. */
async function pictureOf(element: HTMLElement, title: string, size: Size = 2): Promise<Blob> {
  const { toCanvas } = await import('html-to-image')
  const { fontFamily, color } = getComputedStyle(element)
  const options = await optionsFor(element, size)
  const restore = writeOutDrawings(element)
  const drawn = await toCanvas(element, options).finally(restore)
  const canvas = document.createElement('canvas')
  canvas.width = drawn.width + 2 * MARGIN * size
  const top = (2 * MARGIN + TITLE_SIZE) * size
  canvas.height = drawn.height + top + MARGIN * size
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('This browser has no canvas to draw on.')
  pen.fillStyle = options.backgroundColor
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = color
  pen.font = `600 ${TITLE_SIZE * size}px ${fontFamily}`
  pen.fillText(title, MARGIN * size, (MARGIN + TITLE_SIZE) * size, drawn.width)
  pen.drawImage(drawn, MARGIN * size, top)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is empty.'))), PNG)
  })
}

/** As lines and letters that stay sharp at any size; for browsers, as parts of it are a page. */
async function drawingOf(element: HTMLElement, title: string): Promise<Blob> {
  const { toSvg } = await import('html-to-image')
  const { fontFamily, color } = getComputedStyle(element)
  const options = await optionsFor(element, 1)
  const restore = writeOutDrawings(element)
  const address = await toSvg(element, options).finally(restore)
  const inner = decodeURIComponent(address.slice(address.indexOf(',') + 1))
  const whole = document.createElementNS(SVG, 'svg')
  const top = 2 * MARGIN + TITLE_SIZE
  const [width, height] = [options.width + 2 * MARGIN, element.scrollHeight + top + MARGIN]
  const set = (one: Element, all: Readonly<Record<string, string | number>>) => {
    for (const [name, value] of Object.entries(all)) one.setAttribute(name, String(value))
    return one
  }
  set(whole, { width, height, viewBox: `0 0 ${width} ${height}` })
  const ground = set(document.createElementNS(SVG, 'rect'), { width, height, fill: options.backgroundColor })
  const heading = set(document.createElementNS(SVG, 'text'), {
    x: MARGIN,
    y: MARGIN + TITLE_SIZE,
    fill: color,
    'font-family': fontFamily,
    'font-size': TITLE_SIZE,
    'font-weight': 600,
  })
  heading.textContent = title
  const drawn = new DOMParser().parseFromString(inner, 'image/svg+xml').documentElement
  set(drawn, { x: MARGIN, y: top })
  whole.append(ground, heading, drawn)
  return new Blob([new XMLSerializer().serializeToString(whole)], { type: 'image/svg+xml' })
}

const SVG = 'http://www.w3.org/2000/svg'

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

type PictureKind = 'svg' | Size

const fileName = (title: string): string => title.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** Saved as a file of that title, or not. */
export async function savePicture(
  element: HTMLElement,
  title: string,
  kind: PictureKind,
  draw = (): Promise<Blob> => (kind === 'svg' ? drawingOf(element, title) : pictureOf(element, title, kind)),
): Promise<'asFile' | 'failed'> {
  try {
    saveAs(await draw(), `${fileName(title)}${kind === 'svg' ? '.svg' : `@${kind}x.png`}`)
    return 'asFile'
  } catch {
    return 'failed'
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
        saveAs(blob, `${fileName(title)}.png`)
        return 'saved' as const
      })
      .catch(() => 'failed' as const)
  }
}
