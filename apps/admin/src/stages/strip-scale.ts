/** A stage's times, as far as they are known. */
export type Span = {
  kind: string
  opensAt: string | null
  closesAt: string | null
  replyUntil: string | null
}

/** Where a stage stands on the line of time, in per cent of its length. */
export type Bar = { kind: string; from: number; to: number; replies: number | null }

export type Scale = { from: string; to: string; bars: readonly Bar[]; now: number | null }

/** Every stage on one line from the first time to the last; null while no stage has two. An open end reaches to the last. */
export function scaleOf(spans: readonly Span[], now: string): Scale | null {
  const times = spans
    .filter(span => span.opensAt !== null)
    .flatMap(span => [span.opensAt, span.closesAt, span.replyUntil].filter(time => time !== null))
    .toSorted()
  const [from, to] = [times[0], times.at(-1)]
  if (from === undefined || to === undefined || from === to) return null
  const place = (time: string) =>
    ((Date.parse(time) - Date.parse(from)) / (Date.parse(to) - Date.parse(from))) * 100
  const bars = spans.map(({ kind, opensAt, closesAt, replyUntil }) => {
    const start = opensAt === null ? 0 : place(opensAt)
    const end = opensAt === null ? 0 : Math.max(start, place(closesAt ?? to))
    return {
      kind,
      from: start,
      to: end,
      replies: opensAt === null || replyUntil === null ? null : place(replyUntil),
    }
  })
  return { from, to, bars, now: now >= from && now <= to ? place(now) : null }
}
