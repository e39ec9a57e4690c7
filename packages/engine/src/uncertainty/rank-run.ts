/** Ranks of one run. */
import { TIE } from '../score/places.ts'

/** What ranking works in, made once for many runs. */
export type RankRoom = { scores: Float64Array; places: Int32Array; buckets: Int32Array; ends: Int32Array }

export const rankRoom = (entries: number): RankRoom => ({
  scores: new Float64Array(entries),
  places: new Int32Array(entries),
  buckets: new Int32Array(entries),
  ends: new Int32Array(entries + 1),
})

/**
 * Ranks entries by descending score: 1 is best, ties share the smaller rank. Scores within 1e-12 of the best of their group,
 * relative to the larger, are one score. O(n) for scores that are spread out: they are dealt into as many buckets as there
 * are entries, and each bucket is sorted; O(n^1.3) at worst.
 *
 * @param ranked places of the entries that are ranked
 * @param ranks overwritten at these places
 */
export const rankInto = (
  scores: Float64Array,
  ranked: Int32Array,
  ranks: Int32Array,
  room: RankRoom,
): void => {
  deal(scores, ranked, room)
  const n = ranked.length
  let best = room.scores[0] as number
  let rank = 1
  for (let i = 0; i < n; i++) {
    const score = room.scores[i] as number
    if (best - score > TIE * Math.max(Math.abs(best), Math.abs(score))) {
      best = score
      rank = i + 1
    }
    ranks[room.places[i] as number] = rank
  }
}

/** Leaves the scores in descending order in `room`, and whose they are. */
const deal = (scores: Float64Array, ranked: Int32Array, room: RankRoom): void => {
  const n = ranked.length
  const { buckets, ends } = room
  let most = Number.NEGATIVE_INFINITY
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < n; i++) {
    const score = scores[ranked[i] as number] as number
    if (score > most) most = score
    if (score < least) least = score
  }
  // A range of 0 has no scale; every score is then in the first bucket.
  const scale = most > least ? Math.min((n - 1) / (most - least), Number.MAX_VALUE) : 0
  ends.fill(0, 0, n + 1)
  for (let i = 0; i < n; i++) {
    const bucket = Math.trunc((most - (scores[ranked[i] as number] as number)) * scale)
    buckets[i] = bucket
    ends[bucket + 1] = (ends[bucket + 1] as number) + 1
  }
  for (let b = 0; b < n; b++) ends[b + 1] = (ends[b + 1] as number) + (ends[b] as number)
  for (let i = 0; i < n; i++) {
    const place = ranked[i] as number
    const bucket = buckets[i] as number
    const at = ends[bucket] as number
    ends[bucket] = at + 1
    room.scores[at] = scores[place] as number
    room.places[at] = place
  }
  // Each end has moved on to where the next bucket begins.
  for (let b = 0, from = 0; b < n; b++) {
    const to = ends[b] as number
    if (to - from > 1) sortRange(room, from, to)
    from = to
  }
}

/** Gaps of Ciura, "Best increments for the average case of Shellsort", 2001. */
const GAPS = [1750, 701, 301, 132, 57, 23, 10, 4, 1]

const sortRange = ({ scores, places }: RankRoom, from: number, to: number): void => {
  for (const gap of GAPS)
    for (let i = from + gap; i < to; i++) {
      const score = scores[i] as number
      const place = places[i] as number
      let at = i
      for (; at - gap >= from && (scores[at - gap] as number) < score; at -= gap) {
        scores[at] = scores[at - gap] as number
        places[at] = places[at - gap] as number
      }
      scores[at] = score
      places[at] = place
    }
}
