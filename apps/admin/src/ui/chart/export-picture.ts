import type { LegendItem, Provenance } from './chart.ts'
import { wrapText } from './wrap-text.ts'

export type Caption = Provenance & { title: string; subtitle: string; legend: readonly LegendItem[] }

const NS = 'http://www.w3.org/2000/svg'
const INK = '#1f2933'
const FAINT = '#52606d'
const MARGIN = 24
const FONT = "'Inter Variable', Inter, 'Segoe UI', system-ui, sans-serif"

type Attributes = Record<string, string | number>

const element = (name: string, attributes: Attributes, text?: string): SVGElement => {
  const made = document.createElementNS(NS, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  if (text !== undefined) made.textContent = text
  return made
}

/** Lines of text from `y` on; gives the height that they take. */
function lines(
  into: SVGElement,
  text: string,
  { y, size, letters, ...rest }: { y: number; size: number; letters: number } & Attributes,
): number {
  const wrapped = wrapText(text, letters)
  for (const [at, line] of wrapped.entries())
    into.append(
      element('text', { x: MARGIN, y: y + (at + 1) * size * 1.35, 'font-size': size, ...rest }, line),
    )
  return wrapped.length * size * 1.35
}

const swatch = ({ colour, shape = 'dot' }: LegendItem, x: number, y: number): SVGElement => {
  if (shape === 'ring')
    return element('circle', { cx: x + 5, cy: y, r: 4, fill: 'none', stroke: colour, 'stroke-width': 2 })
  if (shape === 'diamond') return element('path', { d: `M${x + 5},${y - 6}l5,6l-5,6l-5,-6z`, fill: colour })
  if (shape === 'triangle') return element('path', { d: `M${x + 6},${y - 6}l6,11h-12z`, fill: colour })
  if (shape === 'line') return element('rect', { x, y: y - 1.5, width: 12, height: 3, fill: colour })
  if (shape === 'bar') return element('rect', { x, y: y - 6, width: 12, height: 12, fill: colour })
  return element('circle', { cx: x + 5, cy: y, r: 5, fill: colour })
}

function legendRows(into: SVGElement, legend: readonly LegendItem[], top: number, width: number): number {
  if (legend.length === 0) return 0
  let [x, y] = [MARGIN, top + 14]
  for (const item of legend) {
    const wide = 22 + item.label.length * 6.6
    if (x > MARGIN && x + wide > width - MARGIN) [x, y] = [MARGIN, y + 20]
    into.append(swatch(item, x, y), element('text', { x: x + 17, y: y + 4, 'font-size': 12 }, item.label))
    x += wide + 14
  }
  return y - top + 14
}

/**
 * The picture as it leaves the page: with its title, what it shows, its legend, and how and from what it was made, all
 * inside it, so that none of it can be lost.
 */
export function composePicture(drawn: SVGElement, caption: Caption): SVGElement {
  const box = drawn.getAttribute('viewBox')?.split(' ').map(Number) ?? []
  const [, , wide = 640, high = 400] = box
  const width = wide + 2 * MARGIN
  const whole = element('svg', { xmlns: NS, 'font-family': FONT, fill: INK })
  const letters = (size: number) => Math.floor((width - 2 * MARGIN) / (size * 0.56))
  whole.append(element('rect', { width: '100%', height: '100%', fill: '#ffffff' }))
  let y = 14
  y += lines(whole, caption.title, { y, size: 18, letters: letters(18), 'font-weight': 650 }) + 2
  y += lines(whole, caption.subtitle, { y, size: 13, letters: letters(13), fill: FAINT }) + 8
  y += legendRows(whole, caption.legend, y, width) + 4
  const picture = drawn.cloneNode(true) as SVGElement
  for (const hint of picture.querySelectorAll('[aria-label="tip"], [data-part="tip"]')) hint.remove()
  for (const [key, value] of Object.entries({ x: MARGIN, y, width: wide, height: high }))
    picture.setAttribute(key, String(value))
  picture.removeAttribute('class')
  picture.style.color = INK
  picture.style.fontFamily = FONT
  whole.append(picture)
  y += high + 8
  y += lines(whole, caption.method, { y, size: 11, letters: letters(11), fill: FAINT })
  y += lines(whole, caption.source, { y, size: 11, letters: letters(11), fill: FAINT }) + 16
  for (const [key, value] of Object.entries({ width, height: y, viewBox: `0 0 ${width} ${y}` }))
    whole.setAttribute(key, String(value))
  return whole
}

export const svgBlob = (picture: SVGElement): Blob =>
  new Blob([new XMLSerializer().serializeToString(picture)], { type: 'image/svg+xml' })

/** The same picture in dots, twice as fine as on the screen. */
export async function pngBlob(picture: SVGElement): Promise<Blob> {
  const image = new Image()
  const url = URL.createObjectURL(svgBlob(picture))
  try {
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Number(picture.getAttribute('width')) * 2
    canvas.height = Math.ceil(Number(picture.getAttribute('height')) * 2)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('The picture is too large.')))),
    )
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** Hands the reader a file. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
