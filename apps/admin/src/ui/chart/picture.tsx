import { type RefObject, useEffect, useRef, useState } from 'react'
import { type Draw, loadPlot, type PlotModule } from './chart.ts'
import styles from './chart-frame.module.css'

type Props = {
  draw: Draw
  /** For those who do not see it; the table beside it has the figures. */
  label: string
  /** The drawn picture, for export. */
  drawn: RefObject<SVGElement | null>
  /** A dot was chosen, or what was chosen let go. Dots carry an `id`. */
  onPick?: ((id: string | null) => void) | undefined
}

const idOf = (drawn: Element): string | null => {
  const value: unknown = 'value' in drawn ? drawn.value : null
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? value.id
    : null
}

/** The place where a chart is drawn, as wide as there is room. */
export function Picture({ draw, label, drawn, onPick }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [plot, setPlot] = useState<PlotModule>()
  const [width, setWidth] = useState(0)
  const [failed, setFailed] = useState<unknown>()

  useEffect(() => {
    loadPlot().then(module => setPlot(() => module), setFailed)
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    if (place.current) watch.observe(place.current)
    return () => watch.disconnect()
  }, [])

  useEffect(() => {
    const box = place.current
    if (!plot || width === 0 || !box) return
    const made = draw(plot, width)
    const svg = made instanceof SVGElement ? made : made.querySelector('svg')
    if (!svg) return
    svg.setAttribute('role', 'img')
    svg.setAttribute('aria-label', label)
    for (const part of svg.querySelectorAll('[aria-label], [aria-description]')) {
      if (part.getAttribute('aria-label') === 'tip') part.setAttribute('data-part', 'tip')
      part.removeAttribute('aria-label')
      part.removeAttribute('aria-description')
    }
    box.replaceChildren(svg)
    drawn.current = svg
    if (!onPick) return
    const pick = () => onPick(idOf(svg))
    svg.addEventListener('click', pick)
    return () => svg.removeEventListener('click', pick)
  }, [plot, width, draw, label, drawn, onPick])

  if (failed) throw failed
  return <div ref={place} className={styles.picture} data-picks={onPick !== undefined} />
}
